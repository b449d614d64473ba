import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ReportKind } from '#libs/contracts/vocabulary.js';
import { cutOffOf, localDayOf, type CutOffRule } from '#libs/reference/operation-day.js';

/** Why a report for a day is not taken; the words stand in the problem catalogue under the code. */
export type DayRefusal =
  | { readonly code: 'day-outside-operation' | 'follow-ups-only' | 'follow-up-kind-too-early' }
  | { readonly code: 'follow-ups-ended'; readonly followUpsUntil: string }
  /** `today` is the operation day that the unit is in. */
  | { readonly code: 'day-in-future'; readonly today: string };

type Days = Pick<OperationPlan, 'firstDay' | 'lastDay' | 'followUpsUntil' | 'dayStartsAt'>;

/**
 * Why a report of this kind for this day is not taken, or undefined. The operation day is local to the unit: at 01:00 in
 * Almaty the unit is a day further than at the same instant in Baku. After the operation's last day follow-ups alone are
 * taken, up to the plan's date, and voids, which take such a report back.
 * @param now instant of the submission (UTC)
 */
export function refuseDay(
  plan: Days,
  unit: Pick<PlanUnit, 'timeZone'>,
  { operationDay, kind }: { readonly operationDay: string; readonly kind: ReportKind },
  now: string,
): DayRefusal | undefined {
  const refusal = refuseKind(plan, operationDay, kind);
  if (refusal) return refusal;
  const today = localDayOf(now, unit.timeZone, plan.dayStartsAt);
  return operationDay > today ? { code: 'day-in-future', today } : undefined;
}

function refuseKind(
  { firstDay, lastDay, followUpsUntil }: Days,
  day: string,
  kind: ReportKind,
): DayRefusal | undefined {
  if (day < firstDay) return { code: 'day-outside-operation' };
  if (day <= lastDay) return kind === 'follow_up' ? { code: 'follow-up-kind-too-early' } : undefined;
  if (followUpsUntil === undefined) return { code: 'day-outside-operation' };
  if (day > followUpsUntil) return { code: 'follow-ups-ended', followUpsUntil };
  return kind === 'follow_up' || kind === 'void' ? undefined : { code: 'follow-ups-only' };
}

/** Whether an instant (UTC) is at or before the cut-off of the day. */
export function isOnTime(rule: CutOffRule, operationDay: string, forwardedAt: string): boolean {
  return Date.parse(forwardedAt) <= Date.parse(cutOffOf(rule, operationDay));
}
