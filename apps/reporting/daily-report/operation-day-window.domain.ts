import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { addDays, instantOf, localDayOf } from '#libs/reference/operation-day.js';

export type DayRefusal = 'day-outside-operation' | 'day-in-future';

/**
 * Why a report for this day is not taken, or undefined. The operation day is local to the unit: at 01:00 in Almaty
 * the unit is a day further than at the same instant in Baku.
 * @param now instant of the submission (UTC)
 */
export function refuseDay(
  plan: OperationPlan,
  unit: PlanUnit,
  operationDay: string,
  now: string,
): DayRefusal | undefined {
  if (operationDay < plan.firstDay || operationDay > plan.lastDay) return 'day-outside-operation';
  const today = localDayOf(now, unit.timeZone, plan.dayStartsAt);
  return operationDay > today ? 'day-in-future' : undefined;
}

/** The instant (UTC) up to which a forwarding is on time: the Plan's time on the following day, at the OCU. */
export function cutOffOf(plan: OperationPlan, operationDay: string): string {
  return instantOf(addDays(operationDay, 1), plan.cutOff, plan.coordinationTimeZone);
}

/** Whether an instant is at or before the cut-off of the day. Both are UTC. */
export function isOnTime(plan: OperationPlan, operationDay: string, forwardedAt: string): boolean {
  return Date.parse(forwardedAt) <= Date.parse(cutOffOf(plan, operationDay));
}
