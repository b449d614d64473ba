import { SHEETS, type Column, type SheetName, type Table, type TableName } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { columnLetters } from '../cells/cell.js';
import { type TablePlace } from '../cells/cell-remark.js';

/** A cell of the workbook. */
export interface SheetCell {
  readonly sheet: SheetName;
  /** `B14` */
  readonly cell: string;
}

/** Rows of the labels and of the first input of each table; in the head, of the first field. */
export const TABLE_ROWS: Readonly<Record<TableName, { readonly labels: number; readonly first: number }>> = {
  header: { labels: 4, first: 4 },
  counters: { labels: 17, first: 18 },
  remarks: { labels: 32, first: 33 },
  lines: { labels: 2, first: 3 },
  cases: { labels: 2, first: 3 },
  followUps: { labels: 2, first: 3 },
};

/** Labels of the head stand in column A, its values in column B. */
export const HEADER_VALUES = 'B';

const indices = new Map(
  Object.values(TABLES).map(({ name, columns }) => [
    name,
    new Map(columns.map(({ path }, index) => [path, index])),
  ]),
);

/** Where the template has the cell of a table. */
export function sheetCellOf({ table, row, path }: TablePlace): SheetCell {
  const { sheet } = TABLES[table];
  const index = indices.get(table)?.get(path) ?? 0;
  if (table === 'header') return { sheet, cell: `${HEADER_VALUES}${TABLE_ROWS.header.first + index}` };
  return { sheet, cell: `${columnLetters(index)}${row}` };
}

/** The label of a column or field: English over Russian, with a star where the record cannot do without it. */
export function labelOfColumn({ en, ru, required }: Column): string {
  const star = required ? ' *' : '';
  return `${en}${star}\n${ru}${star}`;
}

/** Where the label of a column stands. */
export function labelCellOf({ name, sheet }: Table, index: number): SheetCell {
  const { labels } = TABLE_ROWS[name];
  return name === 'header'
    ? { sheet, cell: `A${labels + index}` }
    : { sheet, cell: `${columnLetters(index)}${labels}` };
}

/** The name under which the workbook has a sheet. */
export const titleOf = (sheet: SheetName): string => SHEETS[sheet];
