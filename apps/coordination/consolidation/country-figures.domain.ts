import { type CountryFigures, type UnitCoverage } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AdditiveFigures, type Figures } from '#libs/contracts/operation-day/figures.dto.js';
import { caseFigures, type Contribution } from './contributions.domain.js';
import { expectedUnits, reportedUnits } from './coverage.domain.js';
import { addFigures, NOTHING } from './figures.domain.js';
import { figuresOf } from './tables.domain.js';
import { countingCountry, type UnitCountries } from './unit-countries.domain.js';

/** Figures of every participating country, by code; a country without any report has zeros. */
export function countryFigures(
  participants: readonly string[],
  coverage: readonly UnitCoverage[],
  day: readonly Contribution[],
  cumulative: readonly Contribution[],
  countries: UnitCountries,
  effect: ReadonlyMap<string, AdditiveFigures>,
): CountryFigures[] {
  return [...participants].sort().map((country) => {
    const units = coverage.filter((unit) => unit.country === country);
    return {
      country,
      unitsExpected: expectedUnits(units).length,
      unitsReported: reportedUnits(units).length,
      unitsNil: units.filter((unit) => unit.nil).length,
      day: figuresFor(country, day, countries),
      cumulative: withEffect(figuresFor(country, cumulative, countries), effect.get(country)),
    };
  });
}

/** Figures after what the follow-ups change. */
export function withEffect(figures: Figures, effect: AdditiveFigures = NOTHING): Figures {
  return { ...figures, ...addFigures(figures, effect) };
}

/** Lines count for the country of the unit, cases for the country that `countingCountry` names. */
function figuresFor(country: string, set: readonly Contribution[], countries: UnitCountries): Figures {
  const own = set.filter(({ revision }) => countries.of(revision.unit) === country);
  const cases = set
    .flatMap((contribution) => contribution.cases)
    .filter((attributed) => countingCountry(attributed, countries) === country);
  return { ...figuresOf(own), ...caseFigures(cases.map(({ entry }) => entry)) };
}
