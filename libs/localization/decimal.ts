/** A plain decimal numeral taken apart; its digits stay text and never pass through a binary float. */
export interface DecimalParts {
  readonly negative: boolean;
  /** Without redundant leading zeros. */
  readonly integer: string;
  /** All digits after the point, trailing zeros included; empty when there is no point. */
  readonly fraction: string;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Takes a plain decimal numeral apart (`-20063.10`).
 * @throws RangeError for anything else: grouping marks, exponents, blanks, an empty text.
 */
export function parseDecimal(value: string): DecimalParts {
  const match = DECIMAL.exec(value);
  if (!match) throw new RangeError(`"${value}" is not a plain decimal number such as 20063.10`);
  const integer = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = match[3] ?? '';
  const isZero = /^0*$/.test(integer + fraction);
  return { negative: match[1] === '-' && !isZero, integer, fraction };
}
