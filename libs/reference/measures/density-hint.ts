import { Decimal, decimalOf, formatDecimal } from './decimal.js';

/** Densities that are plausible, kg/L. */
export interface DensityBand {
  readonly low: string;
  readonly high: string;
}

export interface DensityHint {
  readonly plausible: boolean;
  /** kg/L with three decimals at most, as computed; absent where there is no volume. */
  readonly density?: string;
}

/**
 * Listed densities are nominal: packing counts in a gross mass, and solutions are lighter or heavier. A slip of the
 * decimal separator or a wrong unit is off by far more than this factor.
 */
const FACTOR = 2;

/** @param listed nominal density of the chemical in kg/L (`densityKgPerL`). */
export function densityBand(listed: string): DensityBand {
  const nominal = decimalOf(listed);
  return { low: formatDecimal(nominal.dividedBy(FACTOR)), high: formatDecimal(nominal.times(FACTOR)) };
}

/**
 * Whether a mass and a volume of the same liquid go together. A hint for the officer alone: nothing is ever converted
 * from one into the other. @param massKg, volumeL canonical decimals.
 */
export function densityHint(massKg: string, volumeL: string, band: DensityBand): DensityHint {
  const [mass, volume] = [decimalOf(massKg), decimalOf(volumeL)];
  if (volume.isZero()) return { plausible: mass.isZero() };
  const density = mass.dividedBy(volume);
  const plausible = density.gte(band.low) && density.lte(band.high);
  return { plausible, density: formatDecimal(density.toDecimalPlaces(3, Decimal.ROUND_HALF_UP)) };
}
