import { type Archive } from '../archive/archive.js';
import { type SheetState } from '../workbook.js';
import { WorkbookRefusedError } from '../workbook-refused.error.js';
import { localName, readXml, type Attributes } from './read-xml.js';

/** A sheet as the main part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly relationshipId: string;
}

export interface MainPart {
  readonly sheets: readonly ListedSheet[];
  readonly date1904: boolean;
}

/** The relationship's id carries whatever prefix the writer chose. */
function relationshipIdOf(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.includes(':') && localName(name) === 'id');
  return key === undefined ? '' : (attributes[key] ?? '');
}

function stateOf(value: string | undefined): SheetState {
  return value === 'hidden' || value === 'veryHidden' ? value : 'visible';
}

/** @throws WorkbookRefusedError when there are too many sheets or none. */
export async function readMainPart(archive: Archive, part: string, maxSheets: number): Promise<MainPart> {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      if (sheets.length === maxSheets) throw new WorkbookRefusedError('too-many-sheets');
      const relationshipId = relationshipIdOf(attributes);
      sheets.push({ name: attributes['name'] ?? '', state: stateOf(attributes['state']), relationshipId });
    },
  });
  if (sheets.length === 0) throw new WorkbookRefusedError('damaged', { detail: part });
  return { sheets, date1904 };
}
