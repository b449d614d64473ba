import { type AttributedCase } from './attribution.js';
import { type UnitDay } from './basis.js';
import { combine, NOTHING, unitDayFigures } from './figures.js';
import { type Additive, type ExpectedChange, type ExpectedSum } from './oracle.types.js';

/** The unit-days and case attributions that one closing counted. */
export interface Counted {
  readonly unitDays: readonly UnitDay[];
  readonly cases: readonly AttributedCase[];
}

interface Pair {
  readonly now: UnitDay;
  readonly before: UnitDay | undefined;
  readonly difference: Additive;
}

/** Every unit-day before the day, as it is counted now and as the closing before counted it. */
function earlierDays(day: string, now: Counted, before: Counted): Pair[] {
  return now.unitDays
    .filter((one) => one.day < day)
    .map((one) => {
      const old = before.unitDays.find((other) => other.unit === one.unit && other.day === one.day);
      const then = old ? unitDayFigures(old, before.cases) : NOTHING;
      return { now: one, before: old, difference: combine(unitDayFigures(one, now.cases), -1, then) };
    });
}

const isReportedLater = ({ now, before }: Pair): boolean => !before?.counted && now.counted !== undefined;

const add = (all: readonly Additive[]): Additive =>
  all.reduce((sum, one) => combine(sum, 1, one), { ...NOTHING });

/** The terms of the cumulative, each computed by itself, so that the sum is a check and not a definition. */
export function cumulativeSum(day: string, now: Counted, before: Counted): ExpectedSum {
  const pairs = earlierDays(day, now, before);
  const ofDay = now.unitDays.filter((one) => one.day === day);
  return {
    previous: add(before.unitDays.map((one) => unitDayFigures(one, before.cases))),
    day: add(ofDay.map((one) => unitDayFigures(one, now.cases))),
    reportedLater: add(pairs.filter(isReportedLater).map(({ difference }) => difference)),
    corrections: add(pairs.filter((pair) => !isReportedLater(pair)).map(({ difference }) => difference)),
    cumulative: add(now.unitDays.map((one) => unitDayFigures(one, now.cases))),
  };
}

/** Unit-days of earlier days whose counted revision is another one than at the closing before. */
export function earlierDayChanges(day: string, now: Counted, before: Counted): ExpectedChange[] {
  return earlierDays(day, now, before).flatMap((pair) => {
    const { newest, counted } = pair.now;
    if (newest === undefined || counted?.revision === pair.before?.counted?.revision) return [];
    const kind = isReportedLater(pair) ? 'reported_later' : counted ? 'correction' : 'void';
    return [
      {
        kind,
        unit: pair.now.unit,
        country: pair.now.country,
        operationDay: pair.now.day,
        revision: newest.revision,
        ...(newest.report.reason !== undefined && { reason: newest.report.reason }),
        difference: pair.difference,
      },
    ];
  });
}
