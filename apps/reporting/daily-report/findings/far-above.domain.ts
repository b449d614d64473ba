import { Decimal, decimalOf, formatDecimal } from '#libs/reference/measures/decimal.js';

/** Fewer values are no history. */
export const LEAST_HISTORY = 5;
/** Up to here nothing is far above anything. */
const FLOOR = 10;
/** Makes the median absolute deviation of normally distributed values their standard deviation. */
const MAD_TO_SIGMA = '1.4826';

/**
 * Whether a figure is far above a unit's own history: above three times the median, and above the median plus three
 * robust standard deviations, and above 10. The median and the median absolute deviation bear a few wild values, so that
 * one slip of the past does not hide the next.
 * @param history decimal texts in any order
 * @returns the median where the figure is far above, undefined where it is not or the history is too short
 */
export function medianFarBelow(value: string, history: readonly string[]): string | undefined {
  if (history.length < LEAST_HISTORY) return undefined;
  const values = history.map(decimalOf);
  const median = medianOf(values);
  const deviation = medianOf(values.map((one) => one.minus(median).abs())).times(MAD_TO_SIGMA);
  const limit = Decimal.max(median.times(3), median.plus(deviation.times(3)), FLOOR);
  return decimalOf(value).greaterThan(limit) ? formatDecimal(median) : undefined;
}

function medianOf(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort((one, other) => one.cmp(other));
  const middle = Math.floor(sorted.length / 2);
  const [lower, upper] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return new Decimal(0)
    .plus(lower ?? 0)
    .plus(upper ?? 0)
    .dividedBy(2);
}
