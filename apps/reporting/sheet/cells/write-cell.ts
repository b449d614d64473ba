import { labelFor } from '../columns/word-list.js';
import { type Column } from '../columns/column.js';
import { type Cell } from './cell.js';
import { joinTexts } from './joined-texts.js';
import { type RowHints } from './cell-reading.js';
import { listOf } from './read-cell.js';
import { type SheetContext } from './sheet-context.js';
import { amountCell } from './typed-amount.js';
import { shownInstant } from './typed-instant.js';

type Write = (column: Column, value: unknown, context: SheetContext) => string;

const wordFor = (column: Column, code: string, context: SheetContext): string =>
  context.isPlain ? code : labelFor(listOf(column, context), code);

const asIs: Write = (_column, value) => value as string;

const TEXTS: Readonly<Record<Exclude<Column['kind'], 'counter' | 'amount'>, Write>> = {
  id: asIs,
  text: asIs,
  fraction: asIs,
  day: asIs,
  texts: (_column, value) => joinTexts(value as string[]),
  code: (column, value, context) => wordFor(column, value as string, context),
  codes: (column, value, context) =>
    joinTexts((value as string[]).map((code) => wordFor(column, code, context))),
  instant: (_column, value, context) =>
    context.isPlain ? (value as string) : shownInstant(value as string, context),
  yesNo: (column, value, context) => wordFor(column, value === true ? 'yes' : 'no', context),
};

/** The cell from which `readCell` reads this value again. */
export function writeCell(column: Column, value: unknown, context: SheetContext, hints: RowHints = {}): Cell {
  if (column.kind === 'amount') return amountCell(value as string, hints, context);
  if (column.kind === 'counter') return { type: 'number', text: String(value) };
  return { type: 'text', text: TEXTS[column.kind](column, value, context) };
}
