import { Decimal } from '#libs/reference/measures/decimal.js';

const NUMERAL = /^-?(\d{1,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Excel keeps binary floats and shows 15 significant digits of them; the rest is binary noise. */
const EXCEL_DIGITS = 15;

/**
 * A stored number in plain decimal notation (`2.00631E4` → `20063.1`), digits as in the file where there are no more
 * than 15. @returns undefined when it is no number that Excel could have.
 */
export function numberText(stored: string): string | undefined {
  const match = NUMERAL.exec(stored);
  if (!match) return undefined;
  const [, whole = '', fraction, exponent] = match;
  if (exponent === undefined && whole.length + (fraction?.length ?? 0) <= EXCEL_DIGITS) {
    return fraction === '' ? stored.slice(0, -1) : stored;
  }
  if (Math.abs(Number(exponent ?? 0)) > 308) return undefined;
  return new Decimal(stored).toSignificantDigits(EXCEL_DIGITS).toFixed();
}
