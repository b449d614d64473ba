/** Exact sums of decimal texts with integers alone: no floating point, no library. */

const PLACES = 18;

/** Base unit, and by how many decimal places one unit lies above it. */
const MEASURES: Readonly<Record<string, readonly [base: string, shift: number]>> = {
  kg: ['kg', 0],
  g: ['kg', -3],
  t: ['kg', 3],
  L: ['L', 0],
  mL: ['L', -3],
  piece: ['piece', 0],
  package: ['package', 0],
};

const BASE_ORDER = ['kg', 'L', 'piece', 'package'];

/** The amount as an integer number of 10^-18. */
function scaled(amount: string, shift: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction) * 10n ** BigInt(PLACES - fraction.length + shift);
}

function plainText(value: bigint): string {
  const digits = value.toString().padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  const whole = digits.slice(0, -PLACES);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Totals by kind of measure in kg, L, piece, package; a kind that nobody gave is left out. */
export function totalsByMeasure(quantities: readonly { amount: string; unit: string }[]): {
  unit: string;
  amount: string;
}[] {
  return BASE_ORDER.flatMap((base) => {
    const own = quantities.filter(({ unit }) => MEASURES[unit]?.[0] === base);
    if (own.length === 0) return [];
    const sum = own.reduce((all, { amount, unit }) => all + scaled(amount, MEASURES[unit]?.[1] ?? 0), 0n);
    return [{ unit: base, amount: plainText(sum) }];
  });
}
