import type { CountryFigures, DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';

type Units = Pick<CountryFigures, 'unitsExpected' | 'unitsReported' | 'unitsNil'>;

/** What the figures of a country, or of all, rest on. Missing is never zero. */
export type Basis = 'not_expected' | 'awaited' | 'nil' | 'reported';

export function basisOf({ unitsExpected, unitsReported, unitsNil }: Units): Basis {
  if (unitsReported === 0) return unitsExpected === 0 ? 'not_expected' : 'awaited';
  return unitsNil === unitsReported ? 'nil' : 'reported';
}

export const isPartial = ({ unitsExpected, unitsReported }: Units): boolean =>
  unitsReported > 0 && unitsReported < unitsExpected;

/** Units of all countries together. */
export function coverageTotals({ countries }: DaySnapshot): Units {
  const sum = (field: keyof Units) => countries.reduce((total, country) => total + country[field], 0);
  return {
    unitsExpected: sum('unitsExpected'),
    unitsReported: sum('unitsReported'),
    unitsNil: sum('unitsNil'),
  };
}
