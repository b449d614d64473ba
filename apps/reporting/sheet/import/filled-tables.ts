import { type Cell as BookCell, type Sheet, type Workbook } from '#libs/spreadsheet/read-workbook.js';
import { type FieldProblem } from '#libs/web/problem.js';
import { columnLetters, type Cell, type FilledRow, type FilledTables } from '../cells/cell.js';
import { type Table } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { HEADER_VALUES, TABLE_ROWS, titleOf } from '../template/sheet-layout.js';

/** What stands in the input cells of a workbook whose form is that of the template. */
export function filledTables({ sheets }: Workbook): FilledTables {
  return Object.fromEntries(
    Object.values(TABLES).map((table) => {
      const sheet = sheets.find(({ name }) => name === titleOf(table.sheet));
      return [table.name, sheet ? rowsOf(table, sheet) : []];
    }),
  );
}

function rowsOf(table: Table, sheet: Sheet): FilledRow[] {
  if (table.name === 'header') return [headerOf(table, sheet)];
  const { first } = TABLE_ROWS[table.name];
  const paths = new Map(table.columns.map(({ path }, index) => [columnLetters(index), path]));
  return [...sheet.rows]
    .filter(([row]) => row >= first && row < first + table.rows)
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      cells: filledCells([...cells].map(([letters, cell]) => [paths.get(letters), cell])),
    }))
    .filter(({ cells }) => cells.size > 0);
}

/** The head is one record, with a field a row. */
function headerOf({ columns }: Table, { rows }: Sheet): FilledRow {
  const { first } = TABLE_ROWS.header;
  return {
    row: 1,
    cells: filledCells(columns.map(({ path }, index) => [path, rows.get(first + index)?.get(HEADER_VALUES)])),
  };
}

/** Nothing but spaces is nothing. */
function filledCells(
  entries: readonly (readonly [path: string | undefined, cell: BookCell | undefined])[],
): Map<string, Cell> {
  const filled = new Map<string, Cell>();
  for (const [path, cell] of entries)
    if (path !== undefined && cell && cell.text.trim() !== '')
      filled.set(path, { type: typeOf(cell), text: cell.text });
  return filled;
}

const typeOf = ({ kind }: BookCell): Cell['type'] => (kind === 'number' || kind === 'date' ? kind : 'text');

/** Cells that hold an error of Excel (`#REF!`): what was meant, nobody can tell. */
export function errorValues({ sheets }: Workbook): FieldProblem[] {
  return sheets.flatMap(({ name, rows }) =>
    [...rows.values()].flatMap((cells) =>
      [...cells.values()]
        .filter(({ kind }) => kind === 'error')
        .map(({ ref, text }) => ({
          ...{ path: '', code: 'cell-error-value', sheet: name, cell: ref, written: text },
        })),
    ),
  );
}
