import { fullWorkbook } from './full-sheet.js';
import { sheetXml, smallWorkbook } from './small-workbook.js';
import { templateLikeWorkbook } from './template-like-workbook.js';

const cell = (at: string, more: string): string =>
  `<row r="${at.replace(/\D/g, '')}"><c r="${at}"${more}</c></row>`;

/** Ten workbooks that are read: of Excel's own making, of a library's, small, full, hidden, dated, bilingual. */
export async function goodWorkbooks(): Promise<Buffer[]> {
  return [
    smallWorkbook(),
    await templateLikeWorkbook(),
    await fullWorkbook(5, 4),
    await fullWorkbook(12, 8),
    smallWorkbook({ rows: cell('A1', '><v>20063.1</v>') }),
    smallWorkbook({ rows: cell('B14', ' t="inlineStr"><is><t>ангидрид</t></is>') }),
    smallWorkbook({ rows: cell('A2', ' t="b"><v>1</v>') }),
    smallWorkbook({ properties: 'date1904="1"', rows: cell('A1', '><v>42000</v>') }),
    smallWorkbook({ rows: '' }),
    smallWorkbook({
      sheets:
        '<sheet name="Lines" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId9"/>',
      furtherRelations: { rId9: ['worksheet', 'worksheets/sheet2.xml'] },
      parts: { 'xl/worksheets/sheet2.xml': sheetXml(cell('A1', '><v>1</v>')) },
    }),
  ];
}

/** Where in the bytes (0 to 1), and what is put there. */
export interface ByteChange {
  readonly at: number;
  readonly byte: number;
}

export function withBytesChanged(bytes: Buffer, changes: readonly ByteChange[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const { at, byte } of changes) copy[Math.floor(at * copy.length)] = byte;
  return copy;
}
