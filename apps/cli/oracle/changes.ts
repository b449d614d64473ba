import { type AttributedCase } from './attribution.js';
import { type UnitDay } from './basis.js';
import { add, combine, isNothing, NOTHING, unitDayFigures } from './figures.js';
import { type Additive, type ExpectedChange, type ExpectedSum } from './oracle.types.js';
import { type Effect } from './follow-ups.js';
import { addedBy, stepsBetween, type Step } from './steps-between.js';

/** The unit-days, case attributions and effects of follow-ups that one closing counted. */
export interface Counted {
  readonly unitDays: readonly UnitDay[];
  readonly cases: readonly AttributedCase[];
  readonly effects: readonly Effect[];
}

/** The parts of the difference between then and now, by the term of the sum that each belongs to. */
interface Parts {
  readonly reported_later: Additive;
  readonly supplement: Additive;
  readonly correction: Additive;
}

interface Pair {
  readonly now: UnitDay;
  readonly before: UnitDay | undefined;
  readonly difference: Additive;
  /** None unless it was counted then and is counted now. */
  readonly steps: readonly Step[];
  readonly parts: Parts;
}

const NO_PARTS: Parts = { reported_later: NOTHING, supplement: NOTHING, correction: NOTHING };

const isOf =
  ({ unit, day }: UnitDay) =>
  (one: AttributedCase): boolean =>
    one.unit === unit && one.day === day;

function pairOf(one: UnitDay, now: Counted, before: Counted): Pair {
  const old = before.unitDays.find((other) => other.unit === one.unit && other.day === one.day);
  const then = old ? unitDayFigures(old, before.cases) : NOTHING;
  const difference = combine(unitDayFigures(one, now.cases), -1, then);
  const pair = { now: one, before: old, difference };
  if (one.counted && !old?.counted)
    return { ...pair, steps: [], parts: { ...NO_PARTS, reported_later: difference } };
  if (!one.counted || !old?.counted)
    return { ...pair, steps: [], parts: { ...NO_PARTS, correction: difference } };
  const had = before.cases.filter(isOf(one)).map(({ entry }) => entry.caseId);
  const gained = now.cases.filter(isOf(one)).filter(({ entry }) => !had.includes(entry.caseId));
  const steps = stepsBetween(old.counted, one);
  const reported_later = addedBy('reported_later', steps, old.counted, gained);
  const supplement = addedBy('supplement', steps, old.counted, gained);
  const correction = combine(combine(difference, -1, reported_later), -1, supplement);
  return { ...pair, steps, parts: { reported_later, supplement, correction } };
}

/** Every unit-day of the snapshot before a day, as it is counted now and as the snapshot before counted it. */
const pairsBefore = (day: string, now: Counted, before: Counted): Pair[] =>
  now.unitDays.filter((one) => one.day < day).map((one) => pairOf(one, now, before));

/** What follow-ups change in the figures of all countries. */
const effectOf = ({ effects }: Counted): Additive => add(effects.map(({ difference }) => difference));

const ownFigures = ({ unitDays, cases }: Counted, from = ''): Additive =>
  add(unitDays.filter(({ day }) => day >= from).map((one) => unitDayFigures(one, cases)));

const cumulativeOf = (counted: Counted): Additive => combine(ownFigures(counted), 1, effectOf(counted));

/**
 * The terms of the cumulative, each computed by itself, so that the sum is a check and not a definition.
 * @param periodFrom first day of the period that the snapshot counts as its own.
 */
export function cumulativeSum(periodFrom: string, now: Counted, before: Counted): ExpectedSum {
  const parts = pairsBefore(periodFrom, now, before).map((pair) => pair.parts);
  return {
    previous: cumulativeOf(before),
    day: ownFigures(now, periodFrom),
    reportedLater: add(parts.map((one) => one.reported_later)),
    supplements: add(parts.map((one) => one.supplement)),
    corrections: add(parts.map((one) => one.correction)),
    followUps: combine(effectOf(now), -1, effectOf(before)),
    cumulative: cumulativeOf(now),
  };
}

/** Unit-days before the day whose counted revision is another one than in the snapshot before. */
export const changesBefore = (day: string, now: Counted, before: Counted): ExpectedChange[] =>
  pairsBefore(day, now, before).flatMap(changesOf);

function changesOf(pair: Pair): ExpectedChange[] {
  const { now, before, difference, steps } = pair;
  if (!now.newest || now.counted?.number === before?.counted?.number) return [];
  if (!before?.counted) return [change(pair, 'reported_later', now.newest, difference)];
  if (!now.counted) return [change(pair, 'void', now.newest, difference)];
  return (['reported_later', 'supplement', 'correction'] as const).flatMap((kind) => {
    const own = steps.filter((step) => step.change === kind);
    const part = pair.parts[kind];
    const newest = (own.at(-1) ?? steps.at(-1))?.forwarding;
    const isTold = own.length > 0 || (kind === 'correction' && !isNothing(part));
    return isTold && newest ? [change(pair, kind, newest, part)] : [];
  });
}

function change(
  { now }: Pair,
  kind: string,
  { number, reason }: Step['forwarding'],
  difference: Additive,
): ExpectedChange {
  return {
    kind,
    unit: now.unit,
    country: now.country,
    operationDay: now.day,
    revision: number,
    ...(reason !== undefined && { reason }),
    difference,
  };
}
