import { type Archive } from '../archive/archive.js';
import { readXml } from '../package/read-xml.js';
import { builtInDateFormat, customDateFormat, type DateFormat } from './date-format.js';

/** By the style number of a cell: how its number is shown as a date; undefined for every other number. */
export type CellStyles = readonly (DateFormat | undefined)[];

/** @throws WorkbookRefusedError */
export async function readStyles(archive: Archive, part: string): Promise<CellStyles> {
  const custom = new Map<number, DateFormat | undefined>();
  const formatIds: number[] = [];
  let isCellFormats = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === 'cellXfs') isCellFormats = true;
      if (name === 'numFmt') {
        custom.set(Number(attributes['numFmtId']), customDateFormat(attributes['formatCode'] ?? ''));
      }
      if (name === 'xf' && isCellFormats) formatIds.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return formatIds.map((id) => (custom.has(id) ? custom.get(id) : builtInDateFormat(id)));
}
