import { canonicalDecimal } from './decimal.js';

/** What a numeral can mean. */
export interface Readings {
  /** One reading, or two: that of a thousands separator first, then that of a decimal mark. Canonical decimals. */
  readonly amounts: readonly [string] | readonly [thousands: string, decimal: string];
  /** Whether the separators had to be told apart. */
  readonly interpreted: boolean;
}

/** Groups of three, or of two before the last three as in Pakistan and India (12,34,567). */
const GROUPED = /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$/;

/** A whole number with that separator between its groups, without it; undefined when it groups nothing. */
function ungrouped(text: string, separator: string): string | undefined {
  if (!text.includes(separator)) return /^\d+$/.test(text) ? text : undefined;
  return GROUPED.test(text.replaceAll(separator, ',')) ? text.replaceAll(separator, '') : undefined;
}

function one(amount: string, interpreted: boolean): Readings {
  return { amounts: [canonicalDecimal(amount)], interpreted };
}

/** A single comma or point: only before exactly three digits, and after one to three, can it be either. */
function withOneMark(whole: string, fraction: string): Readings | undefined {
  if (fraction === '') return undefined;
  const decimal = `${whole === '' ? '0' : whole}.${fraction}`;
  const isEither = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!isEither) return one(decimal, whole === '');
  return { amounts: [whole + fraction, canonicalDecimal(decimal)], interpreted: true };
}

function withOneKind(numeral: string, mark: string): Readings | undefined {
  const [whole = '', fraction = '', ...rest] = numeral.split(mark);
  if (rest.length === 0 && mark === '٫')
    return fraction === '' ? undefined : one(`${whole || '0'}.${fraction}`, true);
  if (rest.length === 0 && (mark === ',' || mark === '.')) return withOneMark(whole, fraction);
  const digits = mark === '٫' ? undefined : ungrouped(numeral, mark);
  return digits === undefined ? undefined : one(digits, mark !== ' ');
}

/** The last mark is the decimal one, and the other groups: `1.883.322,00`, `1 234,5`. */
function withTwoKinds(numeral: string, mark: string, grouping: string): Readings | undefined {
  const at = numeral.lastIndexOf(mark);
  if (!/[.,٫]/.test(mark) || grouping === '٫' || numeral.indexOf(mark) !== at) return undefined;
  const whole = ungrouped(numeral.slice(0, at), grouping);
  const fraction = numeral.slice(at + 1);
  if (whole === undefined || !/^\d+$/.test(fraction)) return undefined;
  return one(`${whole}.${fraction}`, grouping !== ' ');
}

/** All that a numeral of digits and separators can mean; undefined when it means nothing. */
export function readingsOf(numeral: string): Readings | undefined {
  const marks = numeral.replace(/\d/g, '');
  if (marks === '') return one(numeral, false);
  const last = marks.at(-1) ?? '';
  const others = [...new Set(marks)].filter((mark) => mark !== last);
  if (others.length > 1) return undefined;
  return others[0] === undefined ? withOneKind(numeral, last) : withTwoKinds(numeral, last, others[0]);
}
