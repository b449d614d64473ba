import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ReportKind } from '#libs/contracts/vocabulary.js';
import { ProblemError } from '#libs/web/problem.js';
import { refuseDay } from './operation-day-window.domain.js';

/** @throws ProblemError 422 for a day of which no report of this kind is taken */
export function requireDay(
  plan: OperationPlan,
  unit: PlanUnit,
  report: { readonly operationDay: string; readonly kind: ReportKind },
  now: string,
): void {
  const refusal = refuseDay(plan, unit, report, now);
  if (!refusal) return;
  const { firstDay, lastDay } = plan;
  const { code, ...params } = refusal;
  throw new ProblemError(422, code, { day: report.operationDay, firstDay, lastDay, ...params });
}
