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
