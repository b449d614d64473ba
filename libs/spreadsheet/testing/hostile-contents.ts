import { type HostileCase } from './hostile-case.js';
import {
  contentTypes,
  relationships,
  sharedStringsXml,
  sheetXml,
  smallWorkbook,
  type Relations,
} from './small-workbook.js';
import { type WorkbookRefusal } from '../workbook-refused.error.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const MICROSOFT = 'http://schemas.microsoft.com/office/2006/relationships';

const withPart = (name: string, content: string | Buffer) => smallWorkbook({ parts: { [name]: content } });
const withRelation = (relation: Relations[string]) =>
  withPart(SHEET_RELATIONS, relationships({ rId1: relation }));
const withRows = (rows: string) => smallWorkbook({ rows });
const withDeclared = (type: string) =>
  withPart(
    '[Content_Types].xml',
    contentTypes(undefined, `<Default Extension="bin" ContentType="${type}"/>`),
  );

const laughs =
  '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const passwd = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

function deep(levels: number): string {
  const names = Array.from({ length: levels }, (_, at) => `a${at}`);
  const open = names.map((name) => `<${name}>`).join('');
  return (
    open +
    names
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}

function utf16(text: string, mark: boolean): Buffer {
  return Buffer.from((mark ? '\ufeff' : '') + text.replace('UTF-8', 'UTF-16'), 'utf16le');
}

function refusedCell(
  number: number,
  what: string,
  code: WorkbookRefusal,
  detail: string,
  rows: string,
): HostileCase {
  return { number, what, code, detail, make: () => withRows(rows) };
}

function refusedPart(
  number: number,
  what: string,
  code: WorkbookRefusal,
  name: string,
  content: string | Buffer,
): HostileCase {
  return { number, what, code, detail: name, make: () => withPart(name, content) };
}

function refusedRelation(what: string, code: WorkbookRefusal, relation: Relations[string]): HostileCase {
  return { number: 149, what, code, detail: SHEET_RELATIONS, make: () => withRelation(relation) };
}

const XML: readonly HostileCase[] = [
  refusedPart(
    140,
    'a billion laughs',
    'document-type',
    SHEET,
    laughs + sheetXml('<row r="1"><c r="A1"><v>&c;</v></c></row>'),
  ),
  refusedPart(
    140,
    'an external entity',
    'document-type',
    'xl/sharedStrings.xml',
    passwd + sharedStringsXml('<si><t>&x;</t></si>'),
  ),
  refusedPart(
    140,
    'a document type in the main part',
    'document-type',
    'xl/workbook.xml',
    '<!DOCTYPE workbook><workbook/>',
  ),
  refusedPart(
    140,
    'an entity that nothing declares',
    'damaged',
    SHEET,
    sheetXml('<row r="1"><c r="A1"><v>&x;</v></c></row>'),
  ),
  refusedPart(141, 'UTF-16 with a mark', 'wrong-encoding', SHEET, utf16(sheetXml(''), true)),
  refusedPart(141, 'UTF-16 without a mark', 'wrong-encoding', SHEET, utf16(sheetXml(''), false)),
  refusedPart(141, 'UTF-7', 'wrong-encoding', SHEET, sheetXml('').replace('UTF-8', 'UTF-7')),
  refusedPart(141, 'UTF-7 that is not declared', 'damaged', SHEET, '+ADw-worksheet+AD4-'),
  refusedPart(141, 'windows-1251', 'wrong-encoding', SHEET, sheetXml('').replace('UTF-8', 'windows-1251')),
  refusedPart(
    141,
    'bytes that are not UTF-8',
    'damaged',
    SHEET,
    Buffer.from(sheetXml('').replace('<sheetData>', '<sheetData>\u00ff'), 'latin1'),
  ),
  refusedPart(140, 'elements a hundred deep', 'damaged', SHEET, deep(100)),
  refusedPart(
    140,
    'an element of 5,000 attributes',
    'damaged',
    SHEET,
    `<worksheet ${Array.from({ length: 5000 }, (_, at) => `a${at}=""`).join(' ')}/>`,
  ),
  refusedPart(140, 'XML that breaks off', 'damaged', SHEET, sheetXml('').slice(0, -3)),
];

const CELLS: readonly HostileCase[] = [
  refusedCell(
    142,
    'a value in the last cell of a sheet',
    'too-many-rows',
    'XFD1048576',
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
  ),
  refusedCell(
    142,
    'a value in the last column',
    'too-many-columns',
    'XFD1',
    '<row r="1"><c r="XFD1"><v>1</v></c></row>',
  ),
  refusedCell(
    142,
    'a cell beyond any sheet',
    'damaged',
    'A1',
    '<row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>1</v></c></row>',
  ),
  refusedCell(
    142,
    'a cell that lies in another row',
    'damaged',
    '1',
    '<row r="1"><c r="A2"><v>1</v></c></row>',
  ),
  refusedCell(
    142,
    'the same cell twice',
    'damaged',
    'A1',
    '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
  ),
  refusedCell(
    142,
    'the same row twice',
    'damaged',
    'row 2',
    '<row r="1"/><row r="1"><c r="A1"><v>1</v></c></row>',
  ),
  refusedCell(
    143,
    'shared text 99,999 of 2',
    'unreadable-cell',
    'B14',
    '<row r="14"><c r="B14" t="s"><v>99999</v></c></row>',
  ),
  refusedCell(
    143,
    'shared text −1',
    'unreadable-cell',
    'B14',
    '<row r="14"><c r="B14" t="s"><v>-1</v></c></row>',
  ),
  refusedCell(
    143,
    'a number that is none',
    'unreadable-cell',
    'B14',
    '<row r="14"><c r="B14"><v>12abc</v></c></row>',
  ),
  refusedCell(
    143,
    'a number beyond any',
    'unreadable-cell',
    'B14',
    '<row r="14"><c r="B14"><v>1E+999</v></c></row>',
  ),
  refusedCell(
    143,
    'a cell of an unknown type',
    'unreadable-cell',
    'B14',
    '<row r="14"><c r="B14" t="zip"><v>1</v></c></row>',
  ),
  refusedCell(
    143,
    'a text of 4,001 characters',
    'cell-too-long',
    'B14',
    `<row r="14"><c r="B14" t="inlineStr"><is><t>${'я'.repeat(4001)}</t></is></c></row>`,
  ),
  refusedCell(
    144,
    'a formula',
    'formula',
    'B14',
    '<row r="14"><c r="B14"><f>SUM(A1:A9)</f><v>5</v></c></row>',
  ),
  refusedCell(
    144,
    'a formula that asks for a program (DDE)',
    'formula',
    'C2',
    '<row r="2"><c r="C2"><f>cmd|\' /C calc\'!A0</f></c></row>',
  ),
  refusedCell(
    144,
    'a formula under another prefix',
    'formula',
    'A1',
    '<row r="1"><c r="A1"><x:f xmlns:x="a">1</x:f><v>1</v></c></row>',
  ),
  refusedCell(
    144,
    'a formula that begins as a truth value',
    'formula',
    'A1',
    '<row r="1"><c r="A1" t="b"><f>TRUE()*1</f><v>1</v></c></row>',
  ),
  refusedCell(
    144,
    'a truth value over a number',
    'formula',
    'A1',
    '<row r="1"><c r="A1"><f>TRUE()</f><v>9</v></c></row>',
  ),
  refusedCell(
    144,
    'a shared formula without text',
    'formula',
    'A1',
    '<row r="1"><c r="A1" t="b"><f t="shared" si="0"/><v>1</v></c></row>',
  ),
  {
    number: 144,
    what: 'a formula in a hidden sheet',
    code: 'formula',
    detail: 'A1',
    make: formulaInHiddenSheet,
  },
  { number: 150, what: 'five sheets', code: 'too-many-sheets', make: fiveSheets },
];

const OUTSIDE: readonly HostileCase[] = [
  refusedRelation('a link to another workbook', 'external-link', [
    'externalLink',
    '../externalLinks/externalLink1.xml',
  ]),
  refusedRelation('a link to a share', 'external-link', ['hyperlink', 'file://10.0.0.1/share', 'External']),
  refusedRelation('a link to a page', 'external-link', ['hyperlink', 'https://example.org/', 'External']),
  refusedRelation('a picture from outside', 'external-link', [
    'image',
    'https://example.org/a.png',
    'External',
  ]),
  refusedRelation('an embedded object', 'embedded-object', ['oleObject', '../media/oleObject1.xml']),
  refusedRelation('an ActiveX control', 'embedded-object', ['control', '../controls/control1.xml']),
  refusedRelation('a VBA project', 'macros', [`${MICROSOFT}/vbaProject`, 'vba.xml']),
  refusedRelation('a ribbon of its own', 'macros', [`${MICROSOFT}/ui/extensibility`, 'ui.xml']),
  refusedPart(149, 'a VBA project by its name', 'macros', 'xl/vbaProject.bin', 'x'),
  refusedPart(
    149,
    'an external link by its name',
    'external-link',
    'xl/externalLinks/externalLink1.xml',
    '<externalLink/>',
  ),
  refusedPart(149, 'an embedded object by its name', 'embedded-object', 'xl/embeddings/oleObject1.bin', 'x'),
  refusedPart(149, 'an ActiveX control by its name', 'embedded-object', 'xl/activeX/activeX1.xml', '<a/>'),
  refusedPart(149, 'a ribbon by its name', 'macros', 'customUI/customUI14.xml', '<customUI/>'),
  refusedPart(149, 'a data connection', 'external-link', 'xl/connections.xml', '<connections/>'),
  refusedPart(149, 'a program', 'foreign-part', 'xl/media/tool.exe', 'MZ'),
  {
    number: 149,
    what: 'a declared VBA project',
    code: 'macros',
    make: () => withDeclared('application/vnd.ms-office.vbaProject'),
  },
  {
    number: 149,
    what: 'a declared object',
    code: 'embedded-object',
    make: () => withDeclared('application/vnd.openxmlformats-officedocument.oleObject'),
  },
];

function formulaInHiddenSheet(): Buffer {
  return smallWorkbook({
    sheets:
      '<sheet name="Lines" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="veryHidden" r:id="rId9"/>',
    furtherRelations: { rId9: ['worksheet', 'worksheets/sheet2.xml'] },
    parts: { 'xl/worksheets/sheet2.xml': sheetXml('<row r="1"><c r="A1"><f>1</f></c></row>') },
  });
}

function fiveSheets(): Buffer {
  const sheets = [1, 2, 3, 4, 5].map((id) => `<sheet name="S${id}" sheetId="${id}" r:id="rId1"/>`);
  return smallWorkbook({ sheets: sheets.join('') });
}

/** Workbooks that hold what a report may not. */
export const HOSTILE_CONTENTS: readonly HostileCase[] = [...XML, ...CELLS, ...OUTSIDE];
