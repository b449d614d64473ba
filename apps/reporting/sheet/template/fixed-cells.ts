import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { TABLES } from '../columns/tables.js';
import { labelCellOf, labelOfColumn, TABLE_ROWS, titleOf, type SheetCell } from './sheet-layout.js';

/** A cell that the template writes and nobody changes. */
export interface FixedCell extends SheetCell {
  readonly text: string;
}

/** What the form says beside its fields. */
const TITLES: readonly FixedCell[] = [
  { sheet: 'report', cell: 'A1', text: 'Daily report / Ежедневный отчёт' },
  { sheet: 'report', cell: 'A2', text: 'Operation\nОперация' },
  { sheet: 'report', cell: 'A3', text: 'Port Control Unit\nГруппа портового контроля' },
  {
    sheet: 'report',
    cell: `A${TABLE_ROWS.counters.labels - 1}`,
    text: 'Counters of the day (a blank is not a zero) / Показатели за день (пустая ячейка не означает ноль)',
  },
  { sheet: 'report', cell: `A${TABLE_ROWS.remarks.labels - 1}`, text: 'Remarks / Примечания' },
  {
    sheet: 'lines',
    cell: 'A1',
    text: 'One controlled transport unit a row; a further good of the same unit: next row, same line id / Одна транспортная единица — одна строка; следующий товар той же единицы — в следующей строке с тем же ид. строки',
  },
  {
    sheet: 'cases',
    cell: 'A1',
    text: 'Seizures, detentions and discrepancies worth telling / Изъятия, задержания и существенные несоответствия',
  },
  {
    sheet: 'followUps',
    cell: 'A1',
    text: 'What became known later of a line or a case / Сведения о строке или случае, поступившие позже',
  },
];

/** All labels: those of the columns follow the tables. */
export const FIXED_CELLS: readonly FixedCell[] = [
  ...TITLES,
  ...Object.values(TABLES).flatMap((table) =>
    table.columns.map((column, index) => ({ ...labelCellOf(table, index), text: labelOfColumn(column) })),
  ),
];

/** Changes with every label and with the order of the columns. */
export const LABELS_CHECKSUM = sha256Hex(
  FIXED_CELLS.map(({ sheet, cell, text }) => `${titleOf(sheet)}!${cell}=${text}`).join('\n'),
).slice(0, 16);
