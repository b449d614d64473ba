import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { cutOffOf } from '#libs/reference/operation-day.js';

const MINUTE_MS = 60_000;

/**
 * Instant (UTC) from which closing the day is proposed: the cut-off, the Plan's grace, and the extension that a person
 * of the OCU decided (minutes; 0 where there is none).
 */
export function closingProposedAt(plan: OperationPlan, operationDay: string, extension: number): string {
  const cutOff = Date.parse(cutOffOf(plan, operationDay));
  return new Date(cutOff + (plan.graceMinutes + extension) * MINUTE_MS).toISOString();
}
