import type { ColumnView, RowView, TableView } from './bulletin-view.types.js';

export const textColumn = (label: string, weight = 3): ColumnView => ({ label, numeric: false, weight });
export const numberColumn = (label: string, weight = 1): ColumnView => ({ label, numeric: true, weight });

interface Row {
  readonly header: string;
  readonly cells: readonly string[];
  readonly isTotal?: boolean;
}

/** A table whose cells are aligned as their columns are; the first column holds the row headers. */
export function tableOf(
  caption: string,
  columns: readonly ColumnView[],
  rows: readonly Row[],
  notes: readonly string[] = [],
): TableView {
  const aligned = ({ header, cells, isTotal = false }: Row): RowView => ({
    header,
    cells: cells.map((text, place) => ({ text, numeric: columns[place + 1]?.numeric ?? false })),
    isTotal,
  });
  return { caption, columns, rows: rows.map(aligned), notes };
}
