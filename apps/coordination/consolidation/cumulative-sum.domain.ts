import { type CumulativeSum } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { addFigures, isNothing, NOTHING, subtractFigures, sumFigures } from './figures.domain.js';
import { changesBefore, type Contributions } from './unit-day-changes.domain.js';

/**
 * The sum that a bulletin prints: cumulative = previous + day + reportedLater + corrections.
 * @throws Error when the terms do not add up: then nothing may be closed.
 */
export function cumulativeSum(day: string, now: Contributions, before: Contributions): CumulativeSum {
  const changes = changesBefore(day, now, before);
  const pick = (later: boolean): AdditiveFigures =>
    sumFigures(
      changes.filter((change) => change.isReportedLater === later).map((change) => change.difference),
    );
  const sum: CumulativeSum = {
    previous: sumFigures([...before.values()].map((contribution) => contribution.figures)),
    day: sumFigures(
      [...now].filter(([key]) => key.startsWith(`${day}|`)).map(([, contribution]) => contribution.figures),
    ),
    reportedLater: pick(true),
    supplements: NOTHING,
    corrections: pick(false),
    followUps: NOTHING,
    cumulative: sumFigures([...now.values()].map((contribution) => contribution.figures)),
  };
  requireSum(sum);
  return sum;
}

function requireSum(sum: CumulativeSum): void {
  const total = [sum.previous, sum.day, sum.reportedLater, sum.corrections].reduce(addFigures, NOTHING);
  if (!isNothing(subtractFigures(total, sum.cumulative))) {
    throw new Error(`The cumulative figures do not add up: ${JSON.stringify(sum)}`);
  }
}
