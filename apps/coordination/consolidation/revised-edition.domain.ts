import {
  type DayFigures,
  type EarlierDayChange,
  type FigureChange,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type Figures } from '#libs/contracts/operation-day/figures.dto.js';
import { countedRevisions, type ForwardedRevision } from './basis.domain.js';
import { contributionsOf } from './contributions.domain.js';
import { earlierDayChanges } from './earlier-day-changes.domain.js';
import { NOTHING } from './figures.domain.js';
import { type UnitCountries } from './unit-countries.domain.js';
import { changesBefore } from './unit-day-changes.domain.js';

const SCOPES = ['day', 'cumulative'] as const;
const FIGURES = [...Object.keys(NOTHING), 'transportUnits', 'consignments'] as (keyof Figures)[];

type Stated = Pick<DayFigures, 'day' | 'cumulative' | 'countries'>;

/** The figures that two editions state differently: of all together, then by country; `day` before `cumulative`. */
export function figureChanges(before: Stated, after: Stated): FigureChange[] {
  const countries = new Set([...before.countries, ...after.countries].map(({ country }) => country));
  return [
    ...changesIn(before, after),
    ...[...countries].sort().flatMap((country) =>
      changesIn(ofCountry(before, country), ofCountry(after, country)).map(({ scope, ...change }) => ({
        scope,
        country,
        ...change,
      })),
    ),
  ];
}

type Scopes = Partial<Pick<DayFigures, 'day' | 'cumulative'>>;

const ofCountry = ({ countries }: Stated, code: string): Scopes =>
  countries.find(({ country }) => country === code) ?? {};

function changesIn(before: Scopes, after: Scopes): Omit<FigureChange, 'country'>[] {
  return SCOPES.flatMap((scope) =>
    FIGURES.flatMap((figure) => {
      // An edition of an earlier version of the product lacks figures that came later.
      const [was, is] = [before[scope]?.[figure] ?? 0, after[scope]?.[figure] ?? 0];
      return was === is ? [] : [{ scope, figure, before: was, after: is }];
    }),
  );
}

/** What a revised edition is compared from. */
export interface EditionComparison {
  /** Newest forwarded revision of every unit-day up to the day, voided ones too. */
  readonly newest: readonly ForwardedRevision[];
  /** The counted revisions of the edition before, and what was forwarded of their unit-days since. */
  readonly previous: readonly ForwardedRevision[];
  readonly forwardedSince: readonly ForwardedRevision[];
}

/** The unit-days whose counted revision is another one than in the edition before, of the day itself too. */
export function changedUnitDays(
  { newest, previous, forwardedSince }: EditionComparison,
  countries: UnitCountries,
): EarlierDayChange[] {
  const changes = changesBefore({
    isEarlier: () => true,
    now: contributionsOf(countedRevisions(newest)),
    before: contributionsOf(previous),
    forwardedSince,
  });
  return earlierDayChanges(changes, newest, countries);
}

/** Fields in which two editions of one day may differ although they say the same. */
const FRAME = ['revision', 'closedAt', 'planVersion', 'referenceVersion', 'revised', 'sealOverride'] as const;

/** What an edition says of the day. */
export function saying<T extends object>(snapshot: T): Omit<T, (typeof FRAME)[number]> {
  const said: Partial<Record<string, unknown>> = { ...snapshot };
  for (const field of FRAME) delete said[field];
  return said as Omit<T, (typeof FRAME)[number]>;
}
