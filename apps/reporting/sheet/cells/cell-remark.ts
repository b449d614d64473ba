import { type TableName } from '../columns/column.js';

/** A cell of a table, by row and path of the column. */
export interface TablePlace {
  readonly table: TableName;
  readonly row: number;
  readonly path: string;
}

/** What is wrong with a cell: a code of the field catalogue and what to put into its words. */
export interface CellProblem extends TablePlace {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** What stands in the cell. */
  readonly written?: string;
}

/** A cell that was taken, and as what. */
export interface UnderstoodCell extends TablePlace {
  readonly written: string;
  readonly understood: string;
}
