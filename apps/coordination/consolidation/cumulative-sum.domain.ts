import { type EarlierDayChange } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type CumulativeSum } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { unitDayKey, type ForwardedRevision } from './basis.domain.js';
import {
  addFigures,
  isNothing,
  NOTHING,
  subtractFigures,
  sumFigures,
  type Contribution,
} from './contributions.domain.js';

type Contributions = ReadonlyMap<string, Contribution>;

const figuresAt = (contributions: Contributions, key: string): AdditiveFigures =>
  contributions.get(key)?.figures ?? NOTHING;

/** How the figures of one unit-day of an earlier day changed since the snapshot before. */
interface Change {
  readonly key: string;
  readonly isReportedLater: boolean;
  readonly difference: AdditiveFigures;
}

function changesBefore(day: string, now: Contributions, before: Contributions): Change[] {
  const keys = [...new Set([...now.keys(), ...before.keys()])].filter((key) => key < day).sort();
  return keys.map((key) => ({
    key,
    isReportedLater: !before.has(key) && now.has(key),
    difference: subtractFigures(figuresAt(now, key), figuresAt(before, key)),
  }));
}

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
    corrections: pick(false),
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

/** The earlier unit-days whose counted revision differs from the snapshot before, by day, then unit. */
export function earlierDayChanges(
  day: string,
  newest: readonly ForwardedRevision[],
  now: Contributions,
  before: Contributions,
): EarlierDayChange[] {
  const newestByKey = new Map(newest.map((revision) => [unitDayKey(revision), revision]));
  return changesBefore(day, now, before).flatMap((change) => {
    const was = before.get(change.key)?.revision.revision;
    const is = now.get(change.key)?.revision.revision;
    const revision = newestByKey.get(change.key);
    if (was === is || !revision) return [];
    return [describe(change, revision, is === undefined)];
  });
}

function describe(change: Change, revision: ForwardedRevision, isVoid: boolean): EarlierDayChange {
  const kind = change.isReportedLater ? 'reported_later' : isVoid ? 'void' : 'correction';
  return {
    kind,
    unit: revision.unit,
    country: '',
    operationDay: revision.operationDay,
    revision: revision.revision,
    ...(revision.reason !== null && { reason: revision.reason }),
    difference: change.difference,
  };
}
