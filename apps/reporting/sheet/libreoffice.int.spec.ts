import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readWorkbook } from '#libs/spreadsheet/read-workbook.js';
import { type Sheet } from '#libs/spreadsheet/workbook.js';
import { convertWithSoffice, describeSoffice } from '../../../test/support/soffice.js';
import { SHEETS } from './columns/column.js';
import { FIXED_CELLS } from './template/fixed-cells.js';
import { contentHashOf, FULL_REPORT } from './testing/full-report.js';
import { edited, filledBy, SheetBed } from './testing/sheet-bed.js';
import { CONTEXT } from './testing/sheet-fixtures.js';

// A start of LibreOffice takes seconds, and on a machine with much to do far more.
jest.setTimeout(180_000);

const saved = (file: Buffer): Promise<Buffer> => convertWithSoffice(file, { from: 'xlsx', to: 'xlsx' });

/** The text of a cell, its spaces of every kind as one; empty where there is none. */
function cellTexts(sheets: readonly Sheet[]): (sheet: string, cell: string) => string {
  return (sheet, cell) => {
    const rows = sheets.find(({ name }) => name === sheet)?.rows;
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return (rows?.get(Number(row))?.get(letters)?.text ?? '').replace(/\s+/g, ' ');
  };
}

describeSoffice('a sheet saved by LibreOffice', () => {
  let bed: SheetBed;
  beforeAll(async () => {
    bed = await SheetBed.start();
  });
  afterAll(() => bed.reports.stop());
  beforeEach(() => bed.reports.empty());

  it('gives the same content hash as the JSON of the report', async () => {
    const file = await saved(await filledBy((await bed.template()).bytes, FULL_REPORT, CONTEXT));
    const sent = await bed.sheet(file);
    expect([sent.status, sent.json()]).toEqual([
      201,
      expect.objectContaining({ contentHash: contentHashOf(FULL_REPORT) }),
    ]);
  });

  it('keeps labels, drop-downs and the hidden sheets of the template', async () => {
    const file = await saved((await bed.template()).bytes);
    const { sheets } = await readWorkbook(file, { limits: { sheets: 7 } });
    const textIn = cellTexts(sheets);
    for (const { sheet, cell, text } of FIXED_CELLS)
      expect(textIn(SHEETS[sheet], cell)).toBe(text.replace(/\s+/g, ' '));
    expect(sheets.filter(({ state }) => state !== 'visible').map(({ name }) => name)).toEqual([
      'Lists',
      'Caravanserai',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    // LibreOffice keeps a list for a thousand rows beyond the last one filled in.
    const validation = book.getWorksheet(SHEETS.lines)?.getCell('B1000').dataValidation;
    expect([validation?.type, validation?.formulae?.[0]]).toEqual([
      'list',
      expect.stringMatching(/Lists.*\$\d+$/),
    ]);
  });

  it('keeps the comments of a checked sheet, and takes it mended', async () => {
    const file = await edited(await filledBy((await bed.template()).bytes, FULL_REPORT, CONTEXT), (book) => {
      book.getWorksheet(SHEETS.lines)!.getCell('D3').value = 'tranzit';
    });
    const checked = await saved((await bed.sheet(file, '?annotated=true')).bytes);
    const mended = await edited(checked, (book) => {
      const cell = book.getWorksheet(SHEETS.lines)!.getCell('D3');
      expect(JSON.stringify(cell.note)).toContain('This is not in the list.');
      cell.value = 'transit';
    });
    expect((await bed.sheet(mended)).status).toBe(201);
  });
});
