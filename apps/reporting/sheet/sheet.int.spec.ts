import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Workbook } from 'exceljs';
import { readWorkbook } from '#libs/spreadsheet/read-workbook.js';
import { aLine, aSubmission } from '../testing/a-submission.js';
import { CONTACT, DAY } from '../testing/report-bed.js';
import { SHEETS } from './columns/column.js';
import { contentHashOf, FULL_REPORT } from './testing/full-report.js';
import { edited, filledBy, problemOf, SheetBed } from './testing/sheet-bed.js';
import { CONTEXT } from './testing/sheet-fixtures.js';

let bed: SheetBed;
let template: Buffer;
beforeAll(async () => {
  bed = await SheetBed.start();
});
afterAll(() => bed.reports.stop());
beforeEach(async () => {
  await bed.reports.empty();
  template = (await bed.template()).bytes;
});

const filled = (report: object = FULL_REPORT): Promise<Buffer> => filledBy(template, report, CONTEXT);
const changed = async (change: (book: Workbook) => void): Promise<Buffer> => edited(await filled(), change);
const sheetOf = (book: Workbook, name: keyof typeof SHEETS) => book.getWorksheet(SHEETS[name])!;
const aGood = (amount: string, unit: 'kg' | 't') => ({ declaredText: 'x', net: { amount, unit } });
/** Types into the cell of the net amount of the first line. */
const typeNet = (book: Workbook, text: string): void => {
  const sheet = sheetOf(book, 'lines');
  sheet.getRow(2).eachCell((label, column) => {
    if (label.text.startsWith('Net')) sheet.getRow(3).getCell(column).value = text;
  });
};
const submissions = () => bed.reports.query('select 1 from submission');
const errorsOf = (answer: { json(): Record<string, unknown> }) =>
  answer.json()['errors'] as { sheet?: string; cell?: string; code: string; message: string }[];

describe('a filled sheet', () => {
  it('gives the same content hash as the JSON of the report, and its bytes are kept', async () => {
    const file = await filled();
    const sent = await bed.sheet(file);
    expect([sent.status, sent.json()]).toEqual([
      201,
      expect.objectContaining({ contentHash: contentHashOf(FULL_REPORT), revision: 1 }),
    ]);
    const json = await bed.reports.submit({ ...FULL_REPORT, submissionId: aSubmission().submissionId });
    expect([json.status, json.body['alreadyRevision']]).toEqual([200, 1]);
    const kept = await bed.raw();
    expect(kept.bytes.equals(file)).toBe(true);
    expect(kept.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('sent twice is one report', async () => {
    const file = await filled();
    const first = await bed.sheet(file);
    const again = await bed.sheet(file, '', { at: '2017-09-05T15:00:00Z' });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    expect(await submissions()).toHaveLength(1);
  });

  it('gets ids for its lines that stay the same', async () => {
    const lines = [aLine({ lineId: '' }), aLine({ lineId: '', number: 'B' })];
    const file = await filled({ ...FULL_REPORT, lines, cases: [] });
    await bed.sheet(file);
    const { content } = (await bed.reports.read('/revisions/1')).body as {
      content: { lines: { lineId: string }[] };
    };
    expect(content.lines.map(({ lineId }) => lineId)).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}-3$/),
      expect.stringMatching(/^[0-9a-f]{8}-4$/),
    ]);
  });

  it('is only checked in a dry run', async () => {
    const sent = await bed.sheet(await filled(), '?dryRun=true');
    expect([sent.status, sent.json()['dryRun']]).toEqual([200, true]);
    expect(await submissions()).toEqual([]);
    expect(await bed.reports.query('select 1 from unit_day')).toEqual([]);
  });

  it('names the cells of findings and of numbers that were understood', async () => {
    const lines = [aLine({ number: 'CSQU3054384', goods: [aGood('28.25', 't')] })];
    const file = await edited(await filled({ ...FULL_REPORT, lines, cases: [] }), (book) =>
      typeNet(book, '28,250'),
    );
    const answer = (await bed.sheet(file, '', { language: 'ru' })).json();
    expect(answer['findings']).toContainEqual(
      expect.objectContaining({ sheet: SHEETS.lines, cell: 'C3', code: 'identifier.check-digit' }),
    );
    expect(answer['understood']).toEqual([
      {
        sheet: SHEETS.lines,
        cell: expect.stringMatching(/^[A-Z]+3$/),
        written: '28,250',
        understood: '28.25 t',
      },
    ]);
  });
});

describe('the template', () => {
  it('comes with the newest revision, and sent back unchanged is that revision', async () => {
    await bed.sheet(await filled());
    const next = await bed.template();
    expect(next.headers.get('content-disposition')).toContain('UZ-CHU_2017-09-05.xlsx');
    const same = await bed.sheet(next.bytes);
    expect([same.status, same.json()['alreadyRevision']]).toEqual([200, 1]);
    const corrected = await edited((await bed.template()).bytes, (book) => {
      sheetOf(book, 'report').getCell('B12').value = 'повторный подсчёт';
      sheetOf(book, 'lines').getCell('C3').value = 'OTHER';
    });
    expect((await bed.sheet(corrected)).json()).toMatchObject({ revision: 2 });
    const again = await edited(corrected, (book) => (sheetOf(book, 'lines').getCell('C3').value = 'THIRD'));
    expect(problemOf(await bed.sheet(again))).toBe('409 sheet-already-sent');
  });

  it('changed without a reason is refused by the cell of the reason, in both languages', async () => {
    await bed.sheet(await filled());
    const silent = await edited((await bed.template()).bytes, (book) => {
      sheetOf(book, 'lines').getCell('C3').value = 'OTHER';
    });
    const place = { sheet: SHEETS.report, cell: 'B12', code: 'cell-choose-reason' };
    const english = await bed.sheet(silent, '?dryRun=true');
    expect(problemOf(english)).toBe('422 sheet-cells');
    expect(errorsOf(english)).toEqual([
      expect.objectContaining({
        ...place,
        message: expect.stringContaining('Choose the reason of the change.'),
      }),
    ]);
    const russian = await bed.sheet(silent, '', { language: 'ru' });
    expect(errorsOf(russian)).toEqual([
      expect.objectContaining({ ...place, message: expect.stringContaining('Выберите причину изменения.') }),
    ]);
    const annotated = await bed.sheet(silent, '?annotated=true');
    await edited(annotated.bytes, (book) =>
      expect(JSON.stringify(sheetOf(book, 'report').getCell('B12').note)).toContain('Choose the reason'),
    );
  });

  it('older than the report is refused with what to do, and a supplement by its cells', async () => {
    await bed.sheet(await filled());
    const old = await filledBy((await bed.template()).bytes, { reason: 'recount' }, CONTEXT);
    const early = await filledBy((await bed.template()).bytes, FULL_REPORT, CONTEXT);
    const supplement = await edited(early, (book) => {
      sheetOf(book, 'report').getCell('B11').value = 'supplement';
      sheetOf(book, 'report').getCell('B12').value = 'recount';
      sheetOf(book, 'lines').getCell('C3').value = 'OTHER';
    });
    const tooEarly = await bed.sheet(supplement);
    expect(errorsOf(tooEarly)).toEqual([
      expect.objectContaining({ cell: 'B11', code: 'cell-choose-correction' }),
    ]);
    expect((await bed.reports.move('forward', 1)).status).toBe(200);
    const changing = await bed.sheet(supplement, '?dryRun=true');
    expect(problemOf(changing)).toBe('422 supplement-changes');
    expect(errorsOf(changing)).toContainEqual(
      expect.objectContaining({ sheet: SHEETS.lines, cell: 'A3', code: 'changed-by-supplement' }),
    );
    await bed.reports.revise(1);
    expect(problemOf(await bed.sheet(old))).toBe('409 sheet-basis-outdated');
  });

  it('belongs to its day: that of yesterday is the report of yesterday', async () => {
    const file = await filled();
    const sent = await bed.sheet(file, '', { at: '2017-09-06T10:00:00Z' });
    expect([sent.status, sent.json()['operationDay']]).toEqual([201, DAY]);
  });

  it('has no text that a spreadsheet could take for a formula, and two hidden sheets', async () => {
    const { sheets } = await readWorkbook(template, { limits: { sheets: 7 } });
    const texts = sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()]));
    expect(texts.filter(({ text }) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    expect(sheets.map(({ state }) => state)).toEqual([
      ...Array<string>(5).fill('visible'),
      'hidden',
      'veryHidden',
    ]);
  });

  it('is for the unit and its contact point alone', async () => {
    expect((await bed.template(DAY, { party: CONTACT })).status).toBe(200);
    expect(problemOf(await bed.template(DAY, { party: 'contact_point:AF/x' }))).toBe('403 not-allowed');
    expect(problemOf(await bed.template('2017-02-30'))).toBe('404 report-unknown');
  });
});

describe('a sheet with wrong cells', () => {
  it('is refused with every cell, in the language of the officer, and nothing is stored', async () => {
    const file = await changed((book) => {
      sheetOf(book, 'lines').getCell('D3').value = 'tranzit';
      sheetOf(book, 'lines').getCell('G4').value = null;
      sheetOf(book, 'report').getCell('B7').value = '05/09/2017';
      sheetOf(book, 'report').getCell('C18').value = 1.5;
    });
    const sent = await bed.sheet(file, '', { language: 'ru' });
    expect(problemOf(sent)).toBe('422 sheet-cells');
    expect(errorsOf(sent).map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`)).toEqual([
      `${SHEETS.report} B7 cell-not-an-instant`,
      `${SHEETS.report} C18 typed-not-whole`,
      `${SHEETS.lines} D3 cell-unknown-word`,
      `${SHEETS.lines} G4 required`,
    ]);
    expect(errorsOf(sent)[2]?.message).toContain('transit / транзит');
    expect(errorsOf(sent)[2]?.message).toContain('В ячейке: «tranzit».');
    expect(errorsOf(sent)[3]?.message).toBe('Заполните поле «Результат»: здесь оно обязательно.');
    expect(await submissions()).toEqual([]);
  });

  it('asks back a number with two readings, with both', async () => {
    const file = await changed((book) => typeNet(book, '20,063'));
    const [error] = errorsOf(await bed.sheet(file));
    expect(error?.code).toBe('typed-ambiguous');
    expect(error?.message).toMatch(/20.063 \(whole\) or as 20\.063/);
  });

  it('names at most 50 of them, and how many there are', async () => {
    const file = await changed((book) => {
      for (let row = 3; row < 83; row += 1) sheetOf(book, 'lines').getCell(`B${row}`).value = 'ship';
    });
    const sent = await bed.sheet(file);
    expect(errorsOf(sent)).toHaveLength(50);
    expect(sent.json()['total']).toBeGreaterThan(80);
  });

  it('tells cells of what does not fit together', async () => {
    const sent = await bed.sheet(await filled({ ...FULL_REPORT, kind: 'nil' }));
    expect(errorsOf(sent)).toContainEqual(
      expect.objectContaining({ sheet: SHEETS.report, cell: 'B6', code: 'required-for-nil' }),
    );
    expect(errorsOf(sent)).toContainEqual(
      expect.objectContaining({
        ...{ path: 'lines', sheet: SHEETS.lines, cell: 'A3', code: 'not-for-kind' },
        message:
          'With the kind “nil report” this part of the form stays empty. Clear it, or choose another kind of report.',
      }),
    );
  });

  it('comes back on request with a comment on each', async () => {
    const file = await changed((book) => (sheetOf(book, 'lines').getCell('D3').value = 'tranzit'));
    const sent = await bed.sheet(file, '?annotated=true', { language: 'ru' });
    expect([sent.status, sent.headers.get('content-type')]).toEqual([
      422,
      expect.stringContaining('spreadsheetml'),
    ]);
    const mended = await edited(sent.bytes, (book) => {
      const cell = sheetOf(book, 'lines').getCell('D3');
      expect(JSON.stringify(cell.note)).toContain('Такого значения в списке нет');
      cell.value = 'transit';
    });
    expect((await bed.sheet(mended)).status).toBe(201);
    const later = await edited(mended, (book) => (sheetOf(book, 'lines').getCell('C3').value = 'OTHER'));
    expect(problemOf(await bed.sheet(later, '?annotated=true'))).toBe('409 sheet-already-sent');
  });
});

describe('a workbook with hidden columns', () => {
  it('is taken where nothing but their labels stands in them', async () => {
    const file = await changed((book) => {
      sheetOf(book, 'cases').getColumn(22).hidden = true;
      sheetOf(book, 'followUps').getColumn(4).hidden = true;
      sheetOf(book, 'followUps').getRow(40).hidden = true;
    });
    expect((await bed.sheet(file)).status).toBe(201);
  });
});

describe('a workbook that is no filled template', () => {
  it.each<[string, (book: Workbook) => void, string, string | undefined]>([
    [
      'a formula',
      (book) => (sheetOf(book, 'lines').getCell('C3').value = { formula: '1+1', result: 2 }),
      'sheet-unreadable',
      'C3',
    ],
    [
      'a changed label',
      (book) => (sheetOf(book, 'lines').getCell('C2').value = 'No.'),
      'sheet-changed',
      'C2',
    ],
    ['moved columns', (book) => sheetOf(book, 'lines').spliceColumns(2, 1), 'sheet-changed', 'B2'],
    ['a hidden row', (book) => (sheetOf(book, 'lines').getRow(3).hidden = true), 'sheet-changed', 'A3'],
    ['a hidden column', (book) => (sheetOf(book, 'lines').getColumn(3).hidden = true), 'sheet-changed', 'C1'],
    ['merged cells', (book) => sheetOf(book, 'lines').mergeCells('C3:C4'), 'sheet-changed', 'C3:C4'],
    [
      'a value beside the form',
      (book) => (sheetOf(book, 'lines').getCell('BF3').value = 'x'),
      'sheet-changed',
      'BF3',
    ],
    [
      'an error value',
      (book) => (sheetOf(book, 'lines').getCell('C3').value = { error: '#REF!' }),
      'sheet-changed',
      'C3',
    ],
    [
      'a foreign sheet',
      (book) => (book.addWorksheet('Other').getCell('A1').value = 'x'),
      'sheet-unreadable',
      undefined,
    ],
    [
      'no hidden sheet',
      (book) => book.removeWorksheet(book.getWorksheet('Caravanserai')!.id),
      'sheet-not-template',
      undefined,
    ],
    [
      'an old version',
      (book) => (book.getWorksheet('Caravanserai')!.getCell('B2').value = '0'),
      'sheet-outdated',
      undefined,
    ],
    [
      'another operation',
      (book) => (book.getWorksheet('Caravanserai')!.getCell('B3').value = 'big'),
      'sheet-other-operation',
      undefined,
    ],
    [
      'another unit',
      (book) => (book.getWorksheet('Caravanserai')!.getCell('B4').value = 'AF-KBL'),
      'sheet-other-unit',
      undefined,
    ],
    [
      'another day by hand',
      (book) => (sheetOf(book, 'report').getCell('B4').value = '2017-09-06'),
      'sheet-cells',
      'B4',
    ],
  ])('is refused for %s', async (_what, change, code, cell) => {
    const sent = await bed.sheet(await changed(change));
    expect(problemOf(sent)).toBe(`422 ${code}`);
    if (cell !== undefined) expect(errorsOf(sent).map((error) => error.cell)).toContain(cell);
    expect(await submissions()).toEqual([]);
  });

  it('is refused when it is no workbook, too large, or of another media type', async () => {
    expect(problemOf(await bed.sheet(Buffer.from('a,b\r\n')))).toBe('422 sheet-unreadable');
    expect(problemOf(await bed.sheet(Buffer.alloc(2 * 1024 * 1024 + 1)))).toBe('413 body-too-large');
    expect(problemOf(await bed.sheet(template, '', { media: 'application/json' }))).toBe(
      '415 sheet-media-type',
    );
  });

  it('is refused for a day outside of the operation as JSON is', async () => {
    const other = await bed.template('2017-09-20');
    const file = await filledBy(other.bytes, { ...FULL_REPORT, operationDay: '2017-09-20' }, CONTEXT);
    expect(problemOf(await bed.sheet(file, '', { at: '2017-09-21T00:00:00Z' }))).toBe(
      '422 day-outside-operation',
    );
  });
});
