import { type WorkbookRefusal } from '../workbook-refused.error.js';

/** What Excel and LibreOffice put into a workbook besides XML; `bin` is asked for its folder too. */
const HARMLESS = /\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|sigs)$/i;
const PRINTER_SETTINGS = /(^|\/)printerSettings\/[^/]+\.bin$/i;

/** Workbook, sheets, texts and styles of an .xlsb. */
const BINARY_PARTS = /^xl\/(worksheets\/)?[^/]+\.bin$/i;

const TELLTALE: readonly (readonly [RegExp, WorkbookRefusal])[] = [
  [/(^|\/)vbaProject[^/]*$|(^|\/)(macrosheets|customUI|userCustomization)\//i, 'macros'],
  [/(^|\/)(externalLinks|queryTables)\/|(^|\/)connections\.xml$/i, 'external-link'],
  [/(^|\/)(activeX|embeddings|oleObjects|webextensions)\//i, 'embedded-object'],
];

/** A name that could leave a folder, or that means another file on another system. */
function isUnsafe(name: string): boolean {
  if (name === '' || name.length > 250 || /^\/|[\\:\u0000-\u001f\ufffd]/.test(name)) return true;
  return name
    .split('/')
    .some((step, at, all) => step === '..' || step === '.' || (step === '' && at < all.length - 1));
}

/** What the name of an entry alone tells; undefined for a part that a workbook may have. */
export function partNameProblem(name: string): WorkbookRefusal | undefined {
  if (isUnsafe(name)) return 'unsafe-part-name';
  const told = TELLTALE.find(([pattern]) => pattern.test(name));
  if (told) return told[1];
  if (name.endsWith('/') || PRINTER_SETTINGS.test(name)) return undefined;
  if (BINARY_PARTS.test(name)) return 'binary-format';
  return HARMLESS.test(name) ? undefined : 'foreign-part';
}
