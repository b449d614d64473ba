import { Archive } from './archive/archive.js';
import { recogniseFile } from './archive/recognise-file.js';
import { mapPackage, type PackageMap } from './package/package.js';
import { readXml } from './package/read-xml.js';
import { readMainPart, type ListedSheet } from './package/workbook-part.js';
import { ReadingTime } from './reading-time.js';
import { type CellContext } from './sheet/cell-value.js';
import { readSharedStrings } from './sheet/shared-strings.js';
import { SheetReader, type Tally } from './sheet/sheet-reader.js';
import { readStyles } from './sheet/styles.js';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits.js';
import { WorkbookRefusedError } from './workbook-refused.error.js';
import { type Sheet, type Workbook } from './workbook.js';

export { type Cell, type CellKind, type Sheet, type SheetState, type Workbook } from './workbook.js';
export { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits.js';
export { WorkbookRefusedError, type WorkbookRefusal } from './workbook-refused.error.js';

export interface ReadOptions {
  readonly limits?: Partial<WorkbookLimits>;
}

/** What the cells of every sheet refer to; a workbook without texts or formats lacks those parts. */
async function readContext(
  archive: Archive,
  { references }: PackageMap,
  date1904: boolean,
  limits: WorkbookLimits,
): Promise<CellContext> {
  const strings = references.find(({ type }) => type === 'sharedStrings')?.target;
  const styles = references.find(({ type }) => type === 'styles')?.target;
  return {
    strings: strings === undefined ? [] : await readSharedStrings(archive, strings, limits.cellLength),
    styles: styles === undefined ? [] : await readStyles(archive, styles),
    date1904,
  };
}

function partOf(sheet: ListedSheet, { references, main }: PackageMap): string {
  const found = references.find(({ id, type }) => id === sheet.relationshipId && type === 'worksheet');
  if (!found) throw new WorkbookRefusedError('damaged', { detail: main });
  return found.target;
}

async function readSheet(
  archive: Archive,
  listed: ListedSheet,
  part: string,
  reader: SheetReader,
): Promise<Sheet> {
  await readXml(archive, part, reader);
  const { rows, hiddenRows, hiddenColumns, merged } = reader;
  return { name: listed.name, state: listed.state, rows, hiddenRows, hiddenColumns, merged };
}

/**
 * Reads the values of an .xlsx workbook, within limits of size and time whatever the file holds: the directory of the
 * archive is checked before anything is inflated, and the parts are read as they are inflated.
 * @throws WorkbookRefusedError for everything that is not a workbook of plain values; nothing else is thrown.
 */
export async function readWorkbook(file: Buffer, options: ReadOptions = {}): Promise<Workbook> {
  const limits = { ...WORKBOOK_LIMITS, ...options.limits };
  const time = new ReadingTime(limits);
  recogniseFile(file, limits.fileBytes);
  const archive = await Archive.open(file, limits, time);
  const map = await mapPackage(archive);
  const { sheets: listed, date1904 } = await readMainPart(archive, map.main, limits.sheets);
  const context = await readContext(archive, map, date1904, limits);
  const tally: Tally = { cells: 0 };
  const sheets: Sheet[] = [];
  for (const sheet of listed) {
    const reader = new SheetReader(sheet.name, context, limits, tally);
    sheets.push(await readSheet(archive, sheet, partOf(sheet, map), reader));
  }
  return { sheets, date1904 };
}
