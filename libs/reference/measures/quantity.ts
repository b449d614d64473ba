import type { MeasureUnit } from '#libs/contracts/vocabulary.js';
import { decimalOf, formatDecimal, sumDecimals } from './decimal.js';
import { BASE_UNIT, MEASURE_KINDS, UNITS, kindOf, type BaseUnit, type MeasureKind } from './units.js';

/** A measured amount: exact decimal text and its unit. */
export interface Quantity {
  readonly amount: string;
  readonly unit: MeasureUnit;
}

/** Total of one kind, in its base unit. */
export interface KindTotal {
  readonly kind: MeasureKind;
  readonly unit: BaseUnit;
  readonly amount: string;
}

/**
 * Exact conversion within one kind (kg, g, t; L, mL).
 * @throws RangeError when the units are of different kinds: litres are never guessed from kilograms.
 */
export function convert(amount: string, from: MeasureUnit, to: MeasureUnit): string {
  if (kindOf(from) !== kindOf(to)) {
    throw new RangeError(
      `${from} (${kindOf(from)}) cannot be converted to ${to} (${kindOf(to)}): convert within one kind only.`,
    );
  }
  return formatDecimal(decimalOf(amount).times(UNITS[from].inBase).dividedBy(UNITS[to].inBase));
}

/**
 * Adds quantities kind by kind. A kind without quantities is left out, because blank is not zero.
 * The list is always in the order mass, volume, piece, package, whatever the order of the input.
 */
export function totalByKind(quantities: Iterable<Quantity>): KindTotal[] {
  const amounts = new Map<MeasureKind, string[]>();
  for (const { amount, unit } of quantities) {
    const kind = kindOf(unit);
    const inBase = convert(amount, unit, BASE_UNIT[kind]);
    const known = amounts.get(kind);
    if (known) known.push(inBase);
    else amounts.set(kind, [inBase]);
  }
  return MEASURE_KINDS.flatMap((kind) => {
    const values = amounts.get(kind);
    return values ? [{ kind, unit: BASE_UNIT[kind], amount: sumDecimals(values) }] : [];
  });
}
