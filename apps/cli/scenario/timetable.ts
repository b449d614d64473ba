import { addDays, cutOffOf } from '#libs/reference/operation-day.js';
import { minutesMs } from './local-instants.js';
import { Random } from './random.js';
import { type OperationPlan, type ScenarioInput } from './scenario.types.js';

/** A Saturday that the OCU closes on Monday, together with Sunday: days still close in order. */
const CLOSED_ON_MONDAY = '2017-09-23';

/** Cut-off of a day, milliseconds since 1970. */
export const cutOffMs = (plan: OperationPlan, day: string): number => Date.parse(cutOffOf(plan, day));

/** When the OCU closes a day: some minutes after cut-off and grace. */
export function closingMs(input: ScenarioInput, day: string): number {
  const { plan, seed } = input;
  const slack = Random.stream(seed, 'closing', day);
  if (day === CLOSED_ON_MONDAY) return cutOffMs(plan, addDays(day, 1)) + minutesMs(plan.graceMinutes + 3);
  const wait = day === addDays(CLOSED_ON_MONDAY, 1) ? slack.int(15, 45) : slack.int(5, 45);
  return cutOffMs(plan, day) + minutesMs(plan.graceMinutes + wait);
}

/** Whether somebody tries to close this day while the day before is still open. */
export const isTriedTooSoon = (day: string): boolean => day === addDays(CLOSED_ON_MONDAY, 1);

/** The day whose bulletin is issued once more, revised, after that of the following day. */
export const REVISED_DAY = '2017-09-12';

/** The day after the operation that has a bulletin of its own, with what became known by then. */
export const SUPPLEMENTARY_DAY = '2017-10-20';

/** When the OCU decides on the revised edition: after the following day's bulletin is issued. */
export const revisionMs = (input: ScenarioInput): number =>
  closingMs(input, addDays(REVISED_DAY, 1)) + minutesMs(180);
