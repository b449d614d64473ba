import { type BulletinKind } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { addDays } from '#libs/reference/operation-day.js';

/** The days (both included) whose unit-days are the `day` of a snapshot; every day before is an earlier one. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Last day that may be closed: the end of the follow-ups. */
export function lastClosableDay({ lastDay, followUpsUntil }: OperationPlan): string {
  return followUpsUntil !== undefined && followUpsUntil > lastDay ? followUpsUntil : lastDay;
}

/** A day after the operation's last is closed as a supplementary one. */
export function kindOfDay(plan: OperationPlan, operationDay: string): BulletinKind {
  return operationDay > plan.lastDay ? 'supplementary' : 'daily';
}

/**
 * The day alone; for a supplementary one every day after the closed day before it.
 * @param closedBefore the closed day before; undefined while the operation's last day is still open
 */
export function periodOf(
  plan: OperationPlan,
  operationDay: string,
  closedBefore: string | undefined,
): Period {
  if (kindOfDay(plan, operationDay) === 'daily') return { from: operationDay, to: operationDay };
  return { from: addDays(closedBefore ?? plan.lastDay, 1), to: operationDay };
}

/** Whether the unit-day belongs to the period. */
export function isIn({ from, to }: Period, { operationDay }: { readonly operationDay: string }): boolean {
  return from <= operationDay && operationDay <= to;
}
