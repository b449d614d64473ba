import { decimalOf, formatDecimal } from './decimal.js';
import { convert, type Quantity } from './quantity.js';
import { kindOf } from './units.js';

/**
 * Mass by volume may be off by this factor either way: packing counts in a gross mass, and solutions are lighter or
 * heavier than the nominal density. A slip of a decimal separator or a wrong unit is off by far more.
 */
export const DENSITY_FACTOR = 2;

/**
 * Whether a mass and a volume of the same goods do not go together. A hint alone: density never converts anything.
 * @param density nominal, kg per L, decimal text
 * @returns kg per L as the quantities say, with 3 significant digits, where it is off; undefined where they fit or are
 * not one mass and one volume
 */
export function densityOff(one: Quantity, other: Quantity, density: string): string | undefined {
  const [mass, volume] = kindOf(one.unit) === 'mass' ? [one, other] : [other, one];
  if (kindOf(mass.unit) !== 'mass' || kindOf(volume.unit) !== 'volume') return undefined;
  const litres = decimalOf(convert(volume.amount, volume.unit, 'L'));
  if (litres.isZero()) return undefined;
  const actual = decimalOf(convert(mass.amount, mass.unit, 'kg')).dividedBy(litres);
  const nominal = decimalOf(density);
  const isOff =
    actual.greaterThan(nominal.times(DENSITY_FACTOR)) || actual.lessThan(nominal.dividedBy(DENSITY_FACTOR));
  return isOff ? formatDecimal(actual.toSignificantDigits(3)) : undefined;
}
