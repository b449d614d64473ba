import { type CumulativeSum } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { addFigures, isNothing, NOTHING, subtractFigures, sumFigures } from './figures.domain.js';
import { isIn, type Period } from './period.domain.js';
import { type Contributions, type UnitDayChange } from './unit-day-changes.domain.js';

/** What the sum is made of. */
export interface SumSource {
  readonly period: Period;
  readonly now: Contributions;
  readonly before: Contributions;
  readonly changes: readonly UnitDayChange[];
  /** Effect of the follow-ups, now and in the snapshot before. */
  readonly effect: AdditiveFigures;
  readonly effectBefore: AdditiveFigures;
}

/**
 * The sum that a bulletin prints: cumulative = previous + day + reportedLater + supplements + corrections + followUps.
 * @throws Error when the terms do not add up: then nothing may be closed.
 */
export function cumulativeSum({
  period,
  now,
  before,
  changes,
  effect,
  effectBefore,
}: SumSource): CumulativeSum {
  const ofDay = [...now.values()].filter(({ revision }) => isIn(period, revision));
  const term = (name: keyof UnitDayChange['terms']): AdditiveFigures =>
    sumFigures(changes.map(({ terms }) => terms[name]));
  const sum: CumulativeSum = {
    previous: addFigures(figuresIn(before.values()), effectBefore),
    day: figuresIn(ofDay),
    reportedLater: term('reportedLater'),
    supplements: term('supplements'),
    corrections: term('corrections'),
    followUps: subtractFigures(effect, effectBefore),
    cumulative: addFigures(figuresIn(now.values()), effect),
  };
  requireSum(sum);
  return sum;
}

function figuresIn(contributions: Iterable<{ readonly figures: AdditiveFigures }>): AdditiveFigures {
  return sumFigures([...contributions].map(({ figures }) => figures));
}

function requireSum({ cumulative, ...terms }: CumulativeSum): void {
  const total = Object.values(terms).reduce<AdditiveFigures>(addFigures, NOTHING);
  if (!isNothing(subtractFigures(total, cumulative))) {
    throw new Error(`The cumulative figures do not add up: ${JSON.stringify({ ...terms, cumulative })}`);
  }
}
