import { LIFTED } from './handled-cases.js';
import { INVENTED_CASES, TAKEN_OVER_CASE, WITHDRAWN_DETENTION } from './invented-cases.js';
import { PUBLISHED_CASES } from './published-cases.js';
import { Random } from './random.js';
import {
  type Fixture,
  type OperationPlan,
  type ScenarioInput,
  type UnitDayKey,
  unitDayKey,
} from './scenario.types.js';
import { REVISED_DAY } from './timetable.js';

/** What goes otherwise than on an ordinary unit-day. */
export const DEVIATIONS = [
  'late',
  'forwarded-after-closing',
  'sent-after-closing',
  'sent-days-later',
  'never-sent',
  'returned-in-time',
  'returned-at-closing',
  'corrected-before-closing',
  'corrected-after-closing',
  'corrected-twice',
  'counted-down',
  'sent-twice',
  'sent-again-under-new-id',
  'id-used-twice',
  'changed-without-basis',
  'outdated-basis',
  'forwarded-twice',
  'wrong-day',
  'wrong-day-same-night',
  'wrong-day-then-found',
  'withdrawn-detention',
  'held-then-forwarded',
  'held-at-closing',
  'held-then-returned',
  'withdrawn-then-sent-again',
  'withdrawn-at-closing',
  'queried-and-answered',
  'queried-then-corrected',
  'supplemented',
  'supplemented-and-corrected',
  'lifted',
] as const;
export type Deviation = (typeof DEVIATIONS)[number];

/** How many unit-days of each kind are drawn. */
const DRAWN: readonly (readonly [Deviation, number])[] = [
  ['late', 24],
  ['forwarded-after-closing', 8],
  ['sent-after-closing', 8],
  ['never-sent', 4],
  ['returned-in-time', 8],
  ['returned-at-closing', 3],
  ['corrected-before-closing', 4],
  ['corrected-after-closing', 10],
  ['corrected-twice', 3],
  ['counted-down', 3],
  ['sent-twice', 10],
  ['sent-again-under-new-id', 4],
  ['id-used-twice', 3],
  ['changed-without-basis', 3],
  ['outdated-basis', 2],
  ['forwarded-twice', 5],
  ['held-then-forwarded', 6],
  ['held-at-closing', 3],
  ['held-then-returned', 2],
  ['withdrawn-then-sent-again', 4],
  ['withdrawn-at-closing', 2],
  ['queried-and-answered', 5],
  ['queried-then-corrected', 3],
  ['supplemented', 6],
  ['supplemented-and-corrected', 2],
];

/**
 * Units that sent a report for the day before by mistake, on their first day after having been closed. Two take it back;
 * the third later finds the report that the wrong one had displaced.
 */
const FIXED: readonly (readonly [Deviation, string, string])[] = [
  ['wrong-day', 'PK-SMB', '2017-09-04'],
  ['wrong-day-same-night', 'TM-ASB', '2017-09-04'],
  ['wrong-day-then-found', 'KG-FRU', '2017-09-13'],
  ['sent-days-later', TAKEN_OVER_CASE.unit, TAKEN_OVER_CASE.day],
  ['withdrawn-detention', WITHDRAWN_DETENTION.unit, WITHDRAWN_DETENTION.day],
  ['lifted', LIFTED.unit, LIFTED.day],
  // Counted down after closing: the OCU issues the bulletin of that day again.
  ['counted-down', 'AZ-BAK', REVISED_DAY],
];

/** The day before a `wrong-day-then-found` day has no ordinary report of its own. */
export const DISPLACED_DAY = unitDayKey('KG-FRU', '2017-09-12');

/** The prepared cases that fit the plan. */
export const fixturesOf = (plan: OperationPlan): Fixture[] =>
  [...PUBLISHED_CASES, ...INVENTED_CASES].filter(({ unit, day }) => isInPlan(plan, unit, day));

const isInPlan = (plan: OperationPlan, unit: string, day: string): boolean =>
  plan.firstDay <= day && day <= plan.lastDay && plan.units.some(({ id }) => id === unit);

/**
 * Draws which unit-days deviate. `eligible` are unit-days with an ordinary report; the first and the last days stay
 * ordinary, so that everything that happens after a closing is still counted by a later one.
 */
export function drawDeviations(
  input: ScenarioInput,
  eligible: readonly UnitDayKey[],
): Map<UnitDayKey, Deviation> {
  const deviations = new Map<UnitDayKey, Deviation>(
    FIXED.filter(([, unit, day]) => isInPlan(input.plan, unit, day)).map(([deviation, unit, day]) => [
      unitDayKey(unit, day),
      deviation,
    ]),
  );
  const prepared = new Set(fixturesOf(input.plan).map(({ unit, day }) => unitDayKey(unit, day)));
  const free = eligible.filter((key) => !deviations.has(key) && !prepared.has(key) && key !== DISPLACED_DAY);
  const rest = Random.stream(input.seed, 'deviations').shuffle(free);
  for (const [deviation, count] of DRAWN) {
    for (const key of rest.splice(0, count)) deviations.set(key, deviation);
  }
  return deviations;
}
