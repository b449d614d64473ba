import type { ChemicalForm } from '../reference-data.types.js';
import { decimalOf } from './decimal.js';
import { convert, type Quantity } from './quantity.js';
import { kindOf, type MeasureKind } from './units.js';

/**
 * Percent of the declared quantity by which a measured one may differ: 2 for weighing, 5 for volume, where temperature
 * and the level in the tank count as well. Plants dry out on the way; gases and solutions escape. Own assumption, made
 * for border posts and no legal metrology.
 */
export const TOLERANCE_PERCENT: Readonly<Record<ChemicalForm, Readonly<Record<'mass' | 'volume', number>>>> =
  Object.freeze({
    solid: { mass: 2, volume: 5 },
    liquid: { mass: 2, volume: 5 },
    liquid_metal: { mass: 2, volume: 5 },
    gas_or_solution: { mass: 5, volume: 5 },
    plant_material: { mass: 10, volume: 10 },
    medicament: { mass: 2, volume: 5 },
  });

/** Pieces and packages are counted and must agree. */
const percentOf = (kind: MeasureKind, form: ChemicalForm): number =>
  kind === 'mass' || kind === 'volume' ? TOLERANCE_PERCENT[form][kind] : 0;

/**
 * Whether a measured quantity differs from the declared one by more than the tolerance.
 * @param form physical form; `solid` where the goods name no chemical
 * @returns false also for two kinds of measure, which cannot be compared
 */
export function isBeyondTolerance(
  declared: Quantity,
  measured: Quantity,
  form: ChemicalForm = 'solid',
): boolean {
  const kind = kindOf(declared.unit);
  if (kindOf(measured.unit) !== kind) return false;
  const expected = decimalOf(declared.amount);
  const difference = decimalOf(convert(measured.amount, measured.unit, declared.unit))
    .minus(expected)
    .abs();
  return difference.times(100).greaterThan(expected.times(percentOf(kind, form)));
}
