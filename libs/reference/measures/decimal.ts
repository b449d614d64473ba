import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact decimal numbers. 80 significant digits are far beyond 15 + 6 digits times a million lines, so that sums and
 * unit conversions never round.
 */
export const Decimal = DecimalJs.clone({ precision: 80, defaults: true });
export type Decimal = DecimalJs;

const PLAIN = /^-?\d+(\.\d+)?$/;

/**
 * Reads a plain decimal string.
 * @throws RangeError for anything else: exponent, comma, blank, infinity. Foreign input goes through `parseApiDecimal`.
 */
export function decimalOf(value: string): Decimal {
  if (!PLAIN.test(value))
    throw new RangeError(`Not a plain decimal: ${JSON.stringify(value)}. Expected digits like "20063.1".`);
  return new Decimal(value);
}

/** Canonical text: no exponent, no trailing zeros, no plus sign, no minus zero. `20063.10` becomes `20063.1`. */
export function formatDecimal(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** Canonical form of a plain decimal string. @throws RangeError when it is none. */
export function canonicalDecimal(value: string): string {
  return formatDecimal(decimalOf(value));
}

/** Exact sum, canonical. @throws RangeError when one of them is no plain decimal. */
export function addDecimals(left: string, right: string): string {
  return formatDecimal(decimalOf(left).plus(decimalOf(right)));
}

/** Exact difference `left - right`, canonical; below zero with a minus sign. */
export function subtractDecimals(left: string, right: string): string {
  return formatDecimal(decimalOf(left).minus(decimalOf(right)));
}

/** Exact sum of any number of decimals, canonical; `0` for none. */
export function sumDecimals(values: Iterable<string>): string {
  let sum: Decimal = new Decimal(0);
  for (const value of values) sum = sum.plus(decimalOf(value));
  return formatDecimal(sum);
}

/** Order by value, not by text: -1, 0 or 1. `1.50` and `1.5` are equal. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  return decimalOf(left).cmp(decimalOf(right)) as -1 | 0 | 1;
}
