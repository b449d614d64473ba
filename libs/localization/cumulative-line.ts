import { MINUS, NO_BREAK_SPACE } from './characters.js';
import { type Language } from './language.js';
import { message } from './messages.js';
import { formatInteger } from './numbers.js';

/** How a cumulative figure came about; corrections and later reports can be negative. */
export interface CumulativeSum {
  readonly previous: number;
  readonly day: number;
  readonly corrections: number;
  readonly reportedLater: number;
  readonly total: number;
}

/**
 * The sum as a reader can check it: `1,234 (previous bulletin) + 117 (reporting day) − 3 (corrections) + 12 (reported later) = 1,360`.
 * @throws RangeError when the parts do not add up to the total: a sum that is printed must be true.
 */
export function cumulativeLine(figure: string, sum: CumulativeSum, language: Language): string {
  const { previous, day, corrections, reportedLater, total } = sum;
  if (previous + day + corrections + reportedLater !== total) {
    throw new RangeError(
      `${figure}: ${previous}, ${day}, ${corrections} and ${reportedLater} do not add up to ${total}`,
    );
  }
  return message(language, 'cumulative.line', {
    figure,
    previous,
    day: term(day, language),
    corrections: term(corrections, language),
    later: term(reportedLater, language),
    total,
  });
}

function term(value: number, language: Language): string {
  return (value < 0 ? MINUS : '+') + NO_BREAK_SPACE + formatInteger(Math.abs(value), language);
}
