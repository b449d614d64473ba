import { CsvError, parse } from 'csv-parse/sync';
import { MAX_LINES } from '#libs/contracts/shapes.js';
import { SHEET_LIMIT } from '#libs/web/body/body-limits.js';
import { ProblemError, type FieldProblem } from '#libs/web/problem.js';
import { columnLetters, type FilledRow } from '../cells/cell.js';
import { type Column } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { CellRefusal } from '../import/cell-refusal.js';
import { columnNamed, csvNameOf } from './csv-columns.js';
import { unguarded } from './formula-guard.js';

/** Names of the first row that are looked at: of more, the last ones are unknown or repeat others. */
const MAX_NAMES = TABLES.lines.columns.length + 50;
/** Twice as many as a full file has, for those that stand in texts: two million of them take seconds to tell apart. */
const MAX_SEPARATORS = 2 * MAX_LINES * TABLES.lines.columns.length;
/** By which answers name the file. */
export const CSV_SHEET = 'lines.csv';

/** The rows of a CSV file, and the letters that each column has when the file is opened as a sheet. */
export interface CsvLines {
  readonly rows: readonly FilledRow[];
  readonly letters: ReadonlyMap<string, string>;
}

/**
 * Reads a CSV file of lines: UTF-8 with or without byte order mark; semicolon, comma or tabulator; the columns in any
 * order, and as many of them as are needed.
 * @throws ProblemError 422 for a file that cannot be read, or with a first row that is not understood
 */
export function readLines(file: Buffer): CsvLines {
  const [names = [], ...records] = recordsOf(textOf(file));
  if (records.length > MAX_LINES) throw unreadable('csv-too-large', { rows: MAX_LINES, bytes: SHEET_LIMIT });
  const paths = pathsOf(names);
  const extra = records.flatMap((record, index) =>
    record.slice(names.length).some((text) => text.trim() !== '')
      ? [problem('csv-extra-cell', names.length, index + 2)]
      : [],
  );
  if (extra.length > 0) throw new CellRefusal('sheet-cells', extra);
  const rows = records
    .map((record, index) => ({ row: index + 2, cells: cellsOf(record, paths) }))
    .filter(({ cells }) => cells.size > 0);
  return { rows, letters: new Map(paths.map((path, index) => [path, columnLetters(index)])) };
}

function unreadable(code: string, params: FieldProblem['params'] = {}, cell?: string): ProblemError {
  const field = { path: '', code, params, ...(cell !== undefined && { sheet: CSV_SHEET, cell }) };
  return new ProblemError(422, 'sheet-unreadable', {}, [field]);
}

const problem = (
  code: string,
  column: number,
  row: number,
  more: Partial<FieldProblem> = {},
): FieldProblem => ({
  ...{ path: '', code, sheet: CSV_SHEET, cell: `${columnLetters(column)}${row}` },
  ...more,
});

function textOf(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw unreadable('csv-not-utf8');
  }
}

function recordsOf(text: string): string[][] {
  if (text.trim() === '') throw unreadable('csv-empty');
  const delimiter = separatorOf(text);
  if (text.split(delimiter).length > MAX_SEPARATORS)
    throw unreadable('csv-too-large', { rows: MAX_LINES, bytes: SHEET_LIMIT });
  try {
    return parse(text, { delimiter, relax_column_count: true, to: MAX_LINES + 2 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable('csv-broken', {}, `A${Number(error['records'] ?? 0) + 1}`);
  }
}

/** The one that separates most names of the first row. */
function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string): number => first.split(separator).length;
  return [';', ',', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function pathsOf(names: readonly string[]): string[] {
  const problems: FieldProblem[] = [];
  const known = new Set<Column>();
  const paths = names.slice(0, MAX_NAMES).map((name, index) => {
    const column = columnNamed(name);
    if (!column) problems.push(problem('csv-unknown-column', index, 1, { written: name }));
    else if (known.has(column))
      problems.push(problem('csv-repeated-column', index, 1, { written: csvNameOf(column) }));
    else known.add(column);
    return column?.path ?? '';
  });
  if (problems.length > 0) throw new CellRefusal('sheet-cells', problems);
  return paths;
}

function cellsOf(record: readonly string[], paths: readonly string[]): FilledRow['cells'] {
  return new Map(
    paths.flatMap((path, index) => {
      const text = unguarded(record[index] ?? '');
      return text.trim() === '' ? [] : [[path, { type: 'text' as const, text }] as const];
    }),
  );
}
