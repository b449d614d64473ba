import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { cutOffOf, localDayOf, type CutOffRule } from '#libs/reference/operation-day.js';

/** Why a report for a day is not taken; the words stand in the problem catalogue under the code. */
export type DayRefusal =
  | { readonly code: 'day-outside-operation' }
  /** `today` is the operation day that the unit is in. */
  | { readonly code: 'day-in-future'; readonly today: string };

/**
 * Why a report for this day is not taken, or undefined. The operation day is local to the unit: at 01:00 in Almaty
 * the unit is a day further than at the same instant in Baku.
 * @param now instant of the submission (UTC)
 */
export function refuseDay(
  plan: Pick<OperationPlan, 'firstDay' | 'lastDay' | 'dayStartsAt'>,
  unit: Pick<PlanUnit, 'timeZone'>,
  operationDay: string,
  now: string,
): DayRefusal | undefined {
  if (operationDay < plan.firstDay || operationDay > plan.lastDay) return { code: 'day-outside-operation' };
  const today = localDayOf(now, unit.timeZone, plan.dayStartsAt);
  return operationDay > today ? { code: 'day-in-future', today } : undefined;
}

/** Whether an instant (UTC) is at or before the cut-off of the day. */
export function isOnTime(rule: CutOffRule, operationDay: string, forwardedAt: string): boolean {
  return Date.parse(forwardedAt) <= Date.parse(cutOffOf(rule, operationDay));
}
