import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { MAX_LINES } from '#libs/contracts/shapes.js';
import { readWorkbook } from '#libs/spreadsheet/read-workbook.js';
import { convertWithSoffice, describeSoffice } from '../../../test/support/soffice.js';
import { aLine } from '../testing/a-submission.js';
import { SHEETS } from './columns/column.js';
import { FIXED_CELLS } from './template/fixed-cells.js';
import { contentHashOf, FULL_REPORT } from './testing/full-report.js';
import { edited, filledBy, SheetBed } from './testing/sheet-bed.js';
import { CONTEXT } from './testing/sheet-fixtures.js';

const saved = (file: Buffer): Promise<Buffer> => convertWithSoffice(file, { from: 'xlsx', to: 'xlsx' });

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
    const fold = (text = ''): string => text.replace(/\s+/g, ' ');
    for (const { sheet, cell, text } of FIXED_CELLS) {
      const rows = sheets.find(({ name }) => name === SHEETS[sheet])?.rows;
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      expect(fold(rows?.get(Number(row))?.get(letters)?.text)).toBe(fold(text));
    }
    expect(sheets.filter(({ state }) => state !== 'visible').map(({ name }) => name)).toEqual([
      'Lists',
      'Caravanserai',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    const validation = book.getWorksheet(SHEETS.lines)?.getCell('B2002').dataValidation;
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

  it('with 2,000 lines is checked within 2 seconds and 150 MB', async () => {
    const lines = Array.from({ length: MAX_LINES }, (_, index) =>
      aLine({
        lineId: `l${index}`,
        number: `N${index}`,
        startedAt: '2017-09-05T09:10:00+05:00',
        sealsFound: ['S1', 'S2'],
        route: { origin: 'TR', transit: ['GE', 'AZ'] },
        consignor: { name: `Consignor ${index}`, country: 'TR' },
      }),
    );
    const { cases: _cases, ...report } = FULL_REPORT;
    const file = await saved(await filledBy((await bed.template()).bytes, { ...report, lines }, CONTEXT));
    await bed.sheet(file, '?dryRun=true');
    const before = process.memoryUsage().rss;
    const began = performance.now();
    const sent = await bed.sheet(file, '?dryRun=true');
    const [seconds, growth] = [
      (performance.now() - began) / 1000,
      (process.memoryUsage().rss - before) / 2 ** 20,
    ];
    process.stderr.write(`2,000 lines: ${seconds.toFixed(2)} s, ${growth.toFixed(0)} MB\n`);
    expect(sent.status).toBe(200);
    expect(seconds).toBeLessThan(2);
    expect(growth).toBeLessThan(150);
  });
});
