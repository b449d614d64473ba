import { columnLetters as lettersOf } from '#libs/spreadsheet/sheet/cell-reference.js';
import { type TableName } from '../columns/column.js';

/** What stands in a cell. A date has no zone: `2017-09-05` or `2017-09-05T18:30:00`, as the clock on the wall shows it. */
export interface Cell {
  readonly type: 'text' | 'number' | 'date';
  readonly text: string;
}

/** A row of a table that holds anything. */
export interface FilledRow {
  /** Number of the row in the sheet or file; in the head of the report it says nothing. */
  readonly row: number;
  /** By the path of the column. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What stands in a sheet, table by table: read from a file, or made from a report to fill the template. */
export type FilledTables = Readonly<Partial<Record<TableName, readonly FilledRow[]>>>;

/** Letters of a column, counted from 0: 0 → `A`, 27 → `AB`. */
export function columnLetters(index: number): string {
  return lettersOf(index + 1);
}
