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
  readonly band: DensityBand;
}

/**
 * For liquids without a listed density: from light solvents with air in the drum (ethyl ether 0.71) to heavy salts in
 * solution (hydriodic acid 1.7) there is room on both sides.
 */
export const GENERAL_BAND: DensityBand = Object.freeze({ low: '0.5', high: '2.5' });

/**
 * Listed densities are nominal: packing counts in a gross mass, and solutions are lighter or heavier. A slip of the
 * decimal separator or a wrong unit is off by far more than this factor.
 */
const FACTOR = 2;

/** @param listed nominal density of the chemical in kg/L (`densityKgPerL`); none: the general band of liquids. */
export function densityBand(listed: string | undefined): DensityBand {
  if (listed === undefined) return GENERAL_BAND;
  const nominal = decimalOf(listed);
  return { low: formatDecimal(nominal.dividedBy(FACTOR)), high: formatDecimal(nominal.times(FACTOR)) };
}

/**
 * Whether a mass and a volume of the same liquid go together. A hint for the officer alone: nothing is ever converted
 * from one into the other. @param massKg, volumeL canonical decimals.
 */
export function densityHint(massKg: string, volumeL: string, band: DensityBand): DensityHint {
  const [mass, volume] = [decimalOf(massKg), decimalOf(volumeL)];
  if (volume.isZero()) return { plausible: mass.isZero(), band };
  const density = mass.dividedBy(volume);
  const plausible = density.gte(band.low) && density.lte(band.high);
  return { plausible, density: formatDecimal(density.toDecimalPlaces(3, Decimal.ROUND_HALF_UP)), band };
}
