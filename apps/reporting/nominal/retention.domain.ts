import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { addDays } from '#libs/reference/operation-day.js';

/** How long nominal data is kept where the Plan says nothing, in days after the last day for which reports are taken. */
export const DEFAULT_RETENTION_DAYS = 365;

/** The last day on which nominal data of the operation may be read. */
export function retainedUntil(
  plan: Pick<OperationPlan, 'lastDay' | 'followUpsUntil' | 'retentionDays'>,
): string {
  return addDays(plan.followUpsUntil ?? plan.lastDay, plan.retentionDays ?? DEFAULT_RETENTION_DAYS);
}
