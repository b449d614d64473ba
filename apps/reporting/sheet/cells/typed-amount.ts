import { DECIMAL_PATTERN, MAX_COUNTER } from '#libs/contracts/shapes.js';
import { type MeasureUnit } from '#libs/contracts/vocabulary.js';
import { parseApiDecimal } from '#libs/reference/measures/api-decimal.js';
import { canonicalDecimal, compareDecimals } from '#libs/reference/measures/decimal.js';
import {
  readTypedCounter,
  readTypedQuantity,
  type QuantityContext,
  type TypedNumberRefused,
} from '#libs/reference/measures/typed-number.js';
import { typedNumberText } from '#libs/reference/measures/typed-number-words.js';
import { codeOf } from '../columns/word-list.js';
import { type Cell } from './cell.js';
import { type CellReading, type RowHints } from './cell-reading.js';
import { type SheetContext } from './sheet-context.js';

/** A number cell is exact as it stands; a text is read as people type numbers. */
export function readCounter({ type, text }: Cell, { isPlain }: Pick<SheetContext, 'isPlain'>): CellReading {
  if (isPlain && DECIMAL_PATTERN.test(text))
    return readCounter({ type: 'number', text: canonicalDecimal(text) }, {});
  if (type === 'number' && !/^\d+$/.test(text))
    return { problem: text.startsWith('-') ? 'typed-negative' : 'typed-not-whole' };
  if (type === 'number')
    return Number(text) <= MAX_COUNTER ? { value: Number(text) } : { problem: 'typed-too-large' };
  const typed = readTypedCounter(text);
  if (!typed.ok) return refusedNumber(text, typed);
  return { value: typed.count, ...(typed.understood && { understood: String(typed.count) }) };
}

/** The amount keeps the digits it was written with (`20063.10`), so that it says what the same JSON says. */
export function readAmount({ type, text }: Cell, hints: RowHints, context: SheetContext): CellReading {
  if (type === 'number') {
    const exact = parseApiDecimal(text);
    return exact.ok ? { value: exact.value } : { problem: `decimal-${exact.problem}` };
  }
  if (context.isPlain && DECIMAL_PATTERN.test(text)) return { value: text };
  const typed = readTypedQuantity(text, quantityContext(hints, context));
  if (!typed.ok) return refusedNumber(text, typed);
  const { amount, unit, understood } = typed;
  return {
    value: isSameAmount(text, amount) ? text : amount,
    ...(unit !== undefined && { unit }),
    ...(understood && { understood: unit === undefined ? amount : `${amount} ${unit}` }),
  };
}

/** The cell that is read as this amount again: a text that could be doubted becomes a number. */
export function amountCell(amount: string, hints: RowHints, context: SheetContext): Cell {
  if (context.isPlain) return { type: 'text', text: amount };
  const typed = readTypedQuantity(amount, quantityContext(hints, context));
  if (typed.ok && isSameAmount(amount, typed.amount)) return { type: 'text', text: amount };
  const canonical = canonicalDecimal(amount);
  // Beyond 15 digits a number cell is inexact; a fourth decimal leaves no doubt either.
  const isExact = canonical.replace('.', '').length <= 15;
  return isExact ? { type: 'number', text: canonical } : { type: 'text', text: `${amount}0` };
}

const isSameAmount = (text: string, amount: string): boolean =>
  DECIMAL_PATTERN.test(text) && compareDecimals(text, amount) === 0;

function quantityContext({ transportKind, unit }: RowHints, { lists }: SheetContext): QuantityContext {
  const code = unit === undefined ? undefined : codeOf(lists.measureUnit, unit);
  return {
    ...(transportKind !== undefined && { transportKind }),
    ...(code !== undefined && { unit: code as MeasureUnit }),
  };
}

function refusedNumber(text: string, refused: TypedNumberRefused): CellReading {
  const params = { en: typedNumberText(text, refused, 'en'), ru: typedNumberText(text, refused, 'ru') };
  return { problem: `typed-${refused.problem}`, ...(refused.readings && { params }) };
}
