import { type Column } from '../columns/column.js';
import { labelFor } from '../columns/word-list.js';
import { type Cell } from './cell.js';
import { joinTexts } from './joined-texts.js';
import { listOf } from './read-cell.js';
import { type SheetContext } from './sheet-context.js';
import { amountCell } from './typed-amount.js';
import { shownInstant } from './typed-instant.js';
import { type RowHints } from './read-cell.js';

/** The cell from which `readCell` reads this value again. */
export function writeCell(column: Column, value: unknown, context: SheetContext, hints: RowHints = {}): Cell {
  switch (column.kind) {
    case 'counter':
      return { type: 'number', text: String(value as number) };
    case 'amount':
      return amountCell(value as string, hints, context);
    default:
      return { type: 'text', text: textOf(column, value, context) };
  }
}

function textOf(column: Column, value: unknown, context: SheetContext): string {
  switch (column.kind) {
    case 'texts':
      return joinTexts(value as string[]);
    case 'code':
      return labelFor(listOf(column, context), value as string);
    case 'codes':
      return joinTexts((value as string[]).map((code) => labelFor(listOf(column, context), code)));
    case 'instant':
      return shownInstant(value as string, context);
    case 'yesNo':
      return labelFor(listOf(column, context), value === true ? 'yes' : 'no');
    default:
      return value as string;
  }
}
