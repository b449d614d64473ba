import { writeZip, type ZipEntry } from './zip-writer.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const SHEET_TYPE = `${TYPES}.sheet.main+xml`;

/** Ids to relationship types (last step, or a whole address) and targets. */
export type Relations = Readonly<Record<string, readonly [type: string, target: string, mode?: string]>>;

export function relationships(relations: Relations): string {
  const items = Object.entries(relations).map(([id, [type, target, mode]]) => {
    const address = type.includes(':') ? type : `${OFFICE}/${type}`;
    return `<Relationship Id="${id}" Type="${address}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`;
  });
  const schema = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${HEAD}<Relationships xmlns="${schema}">${items.join('')}</Relationships>`;
}

export function contentTypes(main: string = SHEET_TYPE, further = ''): string {
  const schema = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return (
    `${HEAD}<Types xmlns="${schema}"><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${main}"/>${further}</Types>`
  );
}

export function sheetXml(rows: string, before = '', after = ''): string {
  return `${HEAD}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function sharedStringsXml(items: string): string {
  return `${HEAD}<sst xmlns="${MAIN}">${items}</sst>`;
}

/** Cell formats 0–5: plain, date, date with time, time, custom date, custom number with a deceptive text. */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/>` +
  '<numFmt numFmtId="165" formatCode="[$-419]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="166" formatCode="0.00&quot; kg day&quot;"/>' +
  '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>' +
  '<xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>';

export interface SmallWorkbook {
  /** XML of the rows of the first sheet. */
  readonly rows?: string;
  /** Elements before and after the rows. */
  readonly before?: string;
  readonly after?: string;
  /** Items of the shared texts. */
  readonly strings?: string;
  /** Attributes of workbookPr. */
  readonly properties?: string;
  /** Instead of one sheet named Lines. */
  readonly sheets?: string;
  readonly furtherRelations?: Relations;
  /** Parts to add or, by name, to replace. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

/** The entries of a small workbook as Excel lays it out. */
export function workbookEntries(given: SmallWorkbook = {}): ZipEntry[] {
  const sheets = given.sheets ?? '<sheet name="Lines" sheetId="1" r:id="rId1"/>';
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${given.properties ?? ''}/>` +
      `<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
      rId3: ['sharedStrings', '/xl/sharedStrings.xml'],
      ...given.furtherRelations,
    }),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': sharedStringsXml(given.strings ?? '<si><t>number</t></si><si><t>goods</t></si>'),
    'xl/worksheets/sheet1.xml': sheetXml(
      given.rows ?? '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>20063.1</v></c></row>',
      given.before,
      given.after,
    ),
    ...given.parts,
  };
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}

export function smallWorkbook(given: SmallWorkbook = {}): Buffer {
  return writeZip(workbookEntries(given));
}
