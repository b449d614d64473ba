import { type Column } from '../columns/column.js';
import { TABLES } from '../columns/tables.js';
import { labelOfColumn } from '../template/sheet-layout.js';

/** Name of a column in the first row: `goods.net.amount`. */
export const csvNameOf = ({ path }: Column): string => path.replace('[]', '');

const folded = (name: string): string => name.replaceAll('*', '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Columns by everything they may be called in the first row; a label that several have is none of them. */
const BY_NAME = (() => {
  const names = new Map<string, Column | undefined>();
  for (const column of TABLES.lines.columns)
    for (const label of new Set([column.en, column.ru, labelOfColumn(column)].map(folded)))
      names.set(label, names.has(label) ? undefined : column);
  for (const column of TABLES.lines.columns) names.set(folded(csvNameOf(column)), column);
  return names;
})();

/** The column that a name of the first row means: its name, or its label of the workbook in one or both languages. */
export const columnNamed = (name: string): Column | undefined => BY_NAME.get(folded(name));
