import { type TransportKind } from '#libs/contracts/vocabulary.js';
import { groupOf, innerPathOf, type Column, type Table } from '../columns/column.js';
import { type Cell, type FilledRow } from './cell.js';
import { valueAt } from './record-paths.js';
import { type SheetContext } from './sheet-context.js';
import { writeCell } from './write-cell.js';

/** The rows of a table that hold these records, from `firstRow` on: `readTable` gives the records again. */
export function fillTable(
  table: Table,
  records: readonly object[],
  firstRow: number,
  context: SheetContext,
): FilledRow[] {
  let row = firstRow;
  return records.flatMap((record) => {
    const count = Math.max(1, ...table.groups.map((group) => entriesOf(record, group).length));
    return Array.from({ length: count }, (_, entry) => ({
      row: row++,
      cells: cellsOf(table, record, entry, context),
    }));
  });
}

function entriesOf(record: object, group: string): readonly object[] {
  return ((record as Record<string, unknown>)[group] ?? []) as object[];
}

/** A further row of a record has its id and an entry of each list; the rest stands in the first one alone. */
function cellsOf(table: Table, record: object, entry: number, context: SheetContext): Map<string, Cell> {
  const transportKind = valueAt(record, 'transportKind') as TransportKind | undefined;
  const cells = new Map<string, Cell>();
  for (const column of table.columns) {
    const owner = ownerOf(column, record, entry);
    const value = owner && valueAt(owner, innerPathOf(column));
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    const unit = unitOf(column, owner);
    cells.set(column.path, writeCell(column, value, context, { transportKind, unit }));
  }
  return cells;
}

function ownerOf(column: Column, record: object, entry: number): object | undefined {
  const group = groupOf(column);
  if (group !== '') return entriesOf(record, group)[entry];
  return entry === 0 || column.kind === 'id' ? record : undefined;
}

function unitOf(column: Column, owner: object | undefined): string | undefined {
  if (column.kind !== 'amount') return undefined;
  return valueAt(owner, innerPathOf(column).replace(/\.amount$/, '.unit')) as string | undefined;
}
