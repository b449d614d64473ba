import { describe, expect, it } from '@jest/globals';
import { convertWithSoffice, describeSoffice } from '../../test/support/soffice.js';
import { readWorkbook, type Workbook } from './read-workbook.js';
import { fullWorkbook } from './testing/full-sheet.js';
import { templateLikeWorkbook } from './testing/template-like-workbook.js';

const MEGABYTE = 1024 * 1024;

function valuesOf(book: Workbook, sheet: string): string[] {
  const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? new Map<number, never>();
  return [...rows.values()].flatMap((cells) =>
    [...cells.values()].map(({ ref, kind, text }) => `${ref} ${kind} ${text}`),
  );
}

const LINES = [
  'A1 text Номер / Number',
  'A2 text TCLU 482913-6',
  'B2 number 20063.1',
  'C2 date 2017-09-01T14:30',
  'D2 date 2017-09-01',
  'E2 boolean true',
  'F2 text 20,063',
  'G2 number 0.3',
  'H2 text  two\nlines ',
  'A5 text hidden',
];

function expectTheForm(book: Workbook): void {
  const [lines, lists] = book.sheets;
  expect(valuesOf(book, 'Lines')).toEqual(LINES);
  expect(valuesOf(book, 'Lists')).toEqual(['A1 text импорт / import', 'A2 text экспорт / export']);
  expect(valuesOf(book, 'Meta')).toEqual(['A1 text template 1']);
  expect(lines?.merged).toEqual(['A1:C1']);
  expect([...(lines?.hiddenRows ?? [])]).toEqual([5]);
  expect([...(lines?.hiddenColumns ?? [])]).toEqual(['J']);
  expect(lists?.state).toBe('hidden');
}

describe('a workbook that exceljs writes', () => {
  it('is read with every kind of value', async () => {
    const book = await readWorkbook(await templateLikeWorkbook());
    expectTheForm(book);
    expect(book.sheets.map(({ state }) => state)).toEqual(['visible', 'hidden', 'veryHidden']);
  });

  it('of 2,000 rows by 30 columns is read in time and memory', async () => {
    const file = await fullWorkbook(2000, 30);
    await readWorkbook(file);
    const residentBefore = process.memoryUsage.rss();
    const begin = performance.now();
    const { sheets } = await readWorkbook(file);
    const took = performance.now() - begin;
    const grown = (process.memoryUsage.rss() - residentBefore) / MEGABYTE;
    expect(sheets[0]?.rows.size).toBe(2000);
    expect(took).toBeLessThan(2000);
    expect(grown).toBeLessThan(100);
  });
});

describeSoffice('a workbook that LibreOffice saves', () => {
  it('is read with the same values as before', async () => {
    const saved = await convertWithSoffice(await templateLikeWorkbook(), { from: 'xlsx', to: 'xlsx' });
    expectTheForm(await readWorkbook(saved));
  });

  it('is refused as OpenDocument when it was saved as such', async () => {
    const saved = await convertWithSoffice(await templateLikeWorkbook(), { from: 'xlsx', to: 'ods' });
    await expect(readWorkbook(saved)).rejects.toMatchObject({ code: 'open-document' });
  });

  it('of 2,000 rows by 30 columns gives the same cells', async () => {
    const file = await fullWorkbook(2000, 30);
    const saved = await convertWithSoffice(file, { from: 'xlsx', to: 'xlsx' });
    expect(valuesOf(await readWorkbook(saved), 'Lines')).toEqual(valuesOf(await readWorkbook(file), 'Lines'));
  });
});
