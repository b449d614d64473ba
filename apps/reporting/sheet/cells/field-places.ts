import { type TableName } from '../columns/column.js';
import { LIST_TABLES, TABLES } from '../columns/tables.js';
import { type TablePlace } from './cell-remark.js';
import { type RecordRows } from './read-table.js';

/**
 * The cell of a field: `lines[3].goods[0].net.amount` stands in the row of that line and good. A field that is missing
 * has the cell where it belongs; a whole list has that of its first record.
 * @returns undefined for a field without a cell, e.g. the id of the submission
 */
export function placeOfField(
  field: string,
  {
    tables,
  }: { readonly tables: Readonly<Partial<Record<TableName, { readonly rows: readonly RecordRows[] }>>> },
): TablePlace | undefined {
  const [, list, index = '0', rest = ''] = /^(\w+)(?:\[(\d+)\]\.?(.*))?$/.exec(field) ?? [];
  const table = LIST_TABLES.find((name) => name === list);
  if (table === undefined) return placeInTable('header', field, 1);
  const rows = tables[table]?.rows[Number(index)];
  return rows && placeInRecord(table, rest, rows);
}

function placeInRecord(table: TableName, field: string, rows: RecordRows): TablePlace | undefined {
  const [, group, entry, inner = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
  if (group !== undefined && TABLES[table].groups.includes(group))
    return placeInTable(table, `${group}[].${inner}`, rows.groups[group]?.[Number(entry)] ?? rows.row);
  const path = withoutIndex(field);
  return placeInTable(table, path, rows.elsewhere.get(path) ?? rows.row);
}

const withoutIndex = (path: string): string => path.replace(/\[\d+\].*$/, '');

/** The column of the path; of the first field inside it; or of the record that it belongs to. */
function placeInTable(table: TableName, path: string, row: number): TablePlace | undefined {
  const { columns } = TABLES[table];
  const wanted = withoutIndex(path);
  const column =
    columns.find((candidate) => candidate.path === wanted) ??
    columns.find((candidate) => candidate.path.startsWith(wanted));
  return column && { table, row, path: column.path };
}
