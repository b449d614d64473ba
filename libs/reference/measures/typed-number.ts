import { MAX_COUNTER } from '#libs/contracts/shapes.js';
import { type MeasureUnit, type TransportKind } from '#libs/contracts/vocabulary.js';
import { compareDecimals } from './decimal.js';
import { readingsOf, type Readings } from './numeral-readings.js';
import { payloadLimit } from './payload-limits.js';
import { convert } from './quantity.js';
import { takeApart, type TextProblem, type TypedParts } from './typed-text.js';
import { BASE_UNIT, kindOf } from './units.js';

/** Why a typed text is no quantity. Each has its words in `typed-number-words.ts`. */
export type TypedNumberProblem =
  | TextProblem
  | 'too-many-digits'
  | 'too-many-decimals'
  | 'ambiguous'
  | 'not-whole'
  | 'too-large'
  | 'unit-twice';

export interface TypedNumberRefused {
  readonly ok: false;
  readonly problem: TypedNumberProblem;
  /** Both readings of an ambiguous number: with a thousands separator, with a decimal mark. */
  readonly readings?: readonly string[];
}

export type TypedNumber =
  | {
      readonly ok: true;
      /** Canonical decimal. */
      readonly amount: string;
      /** From the text, or else from the neighbouring column; absent when neither names one. */
      readonly unit?: MeasureUnit;
      /** Whether a reading had to be chosen or repaired: then it is echoed. */
      readonly understood: boolean;
    }
  | TypedNumberRefused;

export interface QuantityContext {
  readonly transportKind?: TransportKind;
  /** From the neighbouring column. */
  readonly unit?: MeasureUnit;
}

function refused(problem: TypedNumberProblem, readings?: readonly string[]): TypedNumberRefused {
  return readings ? { ok: false, problem, readings } : { ok: false, problem };
}

const isWhole = (amount: string) => !amount.includes('.');
const isCounted = (unit: MeasureUnit | undefined) => unit === 'piece' || unit === 'package';

/** Whether one transport unit can carry it. */
function fits(amount: string, unit: MeasureUnit | undefined, transport: TransportKind | undefined): boolean {
  if (unit === undefined) return true;
  if (isCounted(unit)) return isWhole(amount);
  const kind = kindOf(unit);
  const limit = payloadLimit(kind, transport);
  return limit === undefined || compareDecimals(convert(amount, unit, BASE_UNIT[kind]), limit) <= 0;
}

/** The one amount that is meant, or both when both fit or neither does. */
function chosen(
  { amounts }: Readings,
  unit: MeasureUnit | undefined,
  transport?: TransportKind,
): readonly string[] {
  if (amounts.length === 1) return amounts;
  const fitting = amounts.filter((amount) => fits(amount, unit, transport));
  return fitting.length === 1 ? fitting : amounts;
}

/** Bounds of a quantity in a report: 15 digits before and 6 after the point; what is counted is whole. */
function amountProblem(amount: string, unit: MeasureUnit | undefined): TypedNumberProblem | undefined {
  const [whole = '', fraction = ''] = amount.split('.');
  if (whole.length > 15) return 'too-many-digits';
  if (fraction.length > 6) return 'too-many-decimals';
  return isCounted(unit) && fraction !== '' ? 'not-whole' : undefined;
}

/** A numeral with its unit known. */
function readNumeral({ numeral, repaired }: TypedParts, context: QuantityContext): TypedNumber {
  const { unit, transportKind } = context;
  const readings = readingsOf(numeral);
  if (!readings) return refused('not-a-number');
  const [amount = '', other] = chosen(readings, unit, transportKind);
  if (other !== undefined) return refused('ambiguous', [amount, other]);
  const problem = amountProblem(amount, unit);
  if (problem) return refused(problem);
  const understood = readings.interpreted || repaired;
  return unit === undefined ? { ok: true, amount, understood } : { ok: true, amount, unit, understood };
}

/**
 * Reads a quantity as people type it in forms and sheets: `1 234,5`, `68,250 т`, `1.883.322, 00`, `1313, 38 kg`. A lone
 * comma or point before three digits is asked back only where both readings fit the transport kind; otherwise the one
 * that fits is taken and marked as understood. Quantities of the API are strict instead: `parseApiDecimal`.
 */
export function readTypedQuantity(text: string, context: QuantityContext): TypedNumber {
  const parts = takeApart(text);
  if (typeof parts === 'string') return refused(parts);
  if (parts.unit && context.unit && parts.unit !== context.unit) return refused('unit-twice');
  return readNumeral(parts, { ...context, ...(parts.unit && { unit: parts.unit }) });
}

export type TypedCounter =
  { readonly ok: true; readonly count: number; readonly understood: boolean } | TypedNumberRefused;

/**
 * Reads a whole number as people type it: `1 234` and `1,234` are 1234, for counters have no decimals; `1,5` is refused
 * and so is any unit.
 */
export function readTypedCounter(text: string): TypedCounter {
  const parts = takeApart(text);
  if (typeof parts === 'string') return refused(parts);
  if (parts.unit) return refused('not-a-number');
  const readings = readingsOf(parts.numeral);
  if (!readings) return refused('not-a-number');
  const [amount] = readings.amounts;
  if (!isWhole(amount)) return refused('not-whole');
  if (compareDecimals(amount, String(MAX_COUNTER)) > 0) return refused('too-large');
  return { ok: true, count: Number(amount), understood: readings.interpreted || parts.repaired };
}
