import { crc32, deflateRawSync } from 'node:zlib';
import { directoryRecord, endRecord, localRecord, type WrittenEntry } from '../archive/zip-records.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OPEN = 'http://schemas.openxmlformats.org';
const MAIN = `${OPEN}/spreadsheetml/2006/main`;
const OFFICE = `${OPEN}/officeDocument/2006/relationships`;
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Of each row: a number, a date and a shared text. */
function rowXml(row: number): string {
  const texts = `<c r="C${row}" t="s"><v>0</v></c>`;
  return `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" s="1"><v>42979</v></c>${texts}</row>`;
}

function relationshipsXml(...relations: readonly (readonly [type: string, target: string])[]): string {
  const items = relations.map(
    ([type, target], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${OPEN}/package/2006/relationships">${items.join('')}</Relationships>`;
}

function partsOf(rows: number): Readonly<Record<string, string>> {
  const sheetRows = Array.from({ length: rows }, (_, at) => rowXml(at + 1)).join('');
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${OPEN}/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${MAIN_TYPE}"/></Types>`,
    '_rels/.rels': relationshipsXml(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Lines" sheetId="1" r:id="r0"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}"><si><t>goods</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${sheetRows}</sheetData></worksheet>`,
  };
}

/** A workbook of one sheet with that many rows. */
export function sampleWorkbook(rows: number): Buffer {
  const entries: WrittenEntry[] = [];
  const bodies: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(partsOf(rows))) {
    const content = Buffer.from(text);
    const data = deflateRawSync(content);
    entries.push({ name, data, checksum: crc32(content), size: content.length, offset });
    bodies.push(localRecord(entries.at(-1)!));
    offset += bodies.at(-1)!.length;
  }
  const directory = Buffer.concat(entries.map(directoryRecord));
  return Buffer.concat([...bodies, directory, endRecord(entries.length, directory.length, offset)]);
}
