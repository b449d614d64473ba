import { type Archive } from '../archive/archive.js';
import { WorkbookRefusedError, type WorkbookRefusal } from '../workbook-refused.error.js';
import { readXml } from './read-xml.js';

const CONTENT_TYPES = '[Content_Types].xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

const REFUSED: readonly (readonly [RegExp, WorkbookRefusal])[] = [
  [/ms-excel\.sheet\.binary/i, 'binary-format'],
  [/macroEnabled|vbaProject|macrosheet|ms-office\.(toolbars|activeX\+xml.vba)/i, 'macros'],
  [/externalLink|connections\+xml|queryTable/i, 'external-link'],
  [/activeX|oleObject|webextension|controlproperties\+bin/i, 'embedded-object'],
];

/** What the parts are by what the workbook declares, not by their names. */
export interface ContentTypes {
  of(part: string): string | undefined;
}

/** @throws WorkbookRefusedError for a declared macro, binary workbook, external link or embedded object. */
export async function readContentTypes(archive: Archive): Promise<ContentTypes> {
  if (!archive.has(CONTENT_TYPES)) throw new WorkbookRefusedError('not-a-workbook');
  const byPart = new Map<string, string>();
  const byExtension = new Map<string, string>();
  await readXml(archive, CONTENT_TYPES, {
    open(name, { ContentType: type = '', PartName: part, Extension: extension }) {
      const refused = REFUSED.find(([pattern]) => pattern.test(type));
      if (refused) throw new WorkbookRefusedError(refused[1], { detail: CONTENT_TYPES });
      if (name === 'Override' && part !== undefined) byPart.set(part.slice(1).toLowerCase(), type);
      if (name === 'Default' && extension !== undefined) byExtension.set(extension.toLowerCase(), type);
    },
  });
  const extensionOf = (part: string) => part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  return { of: (part) => byPart.get(part.toLowerCase()) ?? byExtension.get(extensionOf(part)) };
}

/** @throws WorkbookRefusedError unless the main part is that of an .xlsx: a .docx has the same outer form. */
export function checkMainPart(types: ContentTypes, part: string): void {
  if (types.of(part) !== WORKBOOK) throw new WorkbookRefusedError('not-a-workbook');
}
