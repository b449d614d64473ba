import type { CumulativeSum, DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { BulletinRenderingError } from './bulletin-rendering.error.js';

export const ADDITIVE_FIGURES = [
  'controls',
  'inspections',
  'examinations',
  'withDiscrepancy',
  'detentions',
  'seizures',
  'pending',
  'confirmed',
] as const satisfies readonly (keyof AdditiveFigures)[];

/**
 * Figures that belong to the country of the unit; a seizure, and with it a case confirmed by laboratory, can count for a
 * country that does not take part.
 */
const FIGURES_OF_UNITS = [
  'controls',
  'inspections',
  'examinations',
  'withDiscrepancy',
  'detentions',
  'pending',
] as const;

/**
 * A sum that is printed must be true.
 * @throws BulletinRenderingError `figures-disagree`, naming every figure whose parts do not add up.
 */
export function checkFigures(snapshot: DaySnapshot): void {
  const problems = [...cumulativeProblems(snapshot), ...countryProblems(snapshot)];
  if (problems.length === 0) return;
  const where = `Bulletin ${snapshot.number} of ${snapshot.operation.code}, ${snapshot.operationDay}`;
  throw new BulletinRenderingError('figures-disagree', `${where}: ${problems.join('; ')}`);
}

/** The terms of the cumulative sum, in the order of the table. */
export const TERMS = [
  'previous',
  'day',
  'reportedLater',
  'supplements',
  'corrections',
  'followUps',
] as const satisfies readonly (keyof CumulativeSum)[];

function cumulativeProblems({ sum, day, cumulative }: DaySnapshot): string[] {
  return ADDITIVE_FIGURES.flatMap((figure) => {
    const parts = TERMS.map((term) => sum[term][figure]);
    const total = parts.reduce((a, b) => a + b, 0);
    return [
      ...differ(`${figure}: ${parts.join(' + ')}`, total, sum.cumulative[figure]),
      ...differ(`${figure} of the day in the sum`, sum.day[figure], day[figure]),
      ...differ(`cumulative ${figure} in the sum`, sum.cumulative[figure], cumulative[figure]),
    ];
  });
}

function countryProblems({ countries, day, cumulative }: DaySnapshot): string[] {
  return FIGURES_OF_UNITS.flatMap((figure) => {
    const total = (of: 'day' | 'cumulative') =>
      countries.reduce((sum, country) => sum + country[of][figure], 0);
    return [
      ...differ(`${figure} of all countries`, total('day'), day[figure]),
      ...differ(`cumulative ${figure} of all countries`, total('cumulative'), cumulative[figure]),
    ];
  });
}

function differ(what: string, found: number, expected: number): string[] {
  return found === expected ? [] : [`${what} = ${found}, not ${expected}`];
}
