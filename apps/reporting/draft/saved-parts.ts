import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ReportKind } from '#libs/contracts/vocabulary.js';
import { type FieldProblem, ProblemError } from '#libs/web/problem.js';
import { requireDay } from '../daily-report/submission/require-day.js';
import { type DraftContent, type DraftLineContent } from './draft.records.js';

/**
 * @param kind of the report, as far as it is known
 * @throws ProblemError 422 for a day of which no such report would be taken
 */
export function refuseDraftDay(
  plan: OperationPlan,
  unit: PlanUnit,
  operationDay: string,
  now: string,
  kind?: ReportKind,
): void {
  const ordinary = operationDay > plan.lastDay ? 'follow_up' : 'report';
  requireDay(plan, unit, { operationDay, kind: kind ?? ordinary }, now);
}

/**
 * The saved part without what stands elsewhere: the day in the address, the lines at addresses of their own.
 * @throws ProblemError 400 for lines, and for another day than the address names
 */
export function restOf(body: DraftContent, day: string): DraftContent {
  const { operationDay, lines, ...rest } = body;
  if (lines) throw wrong({ path: 'lines', code: 'unexpected' });
  if (operationDay !== undefined && operationDay !== day)
    throw wrong({ path: 'operationDay', code: 'unknown-value', params: { allowed: day } });
  return rest;
}

/**
 * The line with the id of its address and without an author, whom the server names.
 * @throws ProblemError 400 for an id that is none, and for another id than the address names
 */
export function requireLineId(
  body: DraftLineContent,
  lineId: string,
): { readonly lineId: string; readonly line: DraftLineContent } {
  const given = body.lineId;
  if (lineId.length > MAX_LINE_ID)
    throw wrong({ path: 'lineId', code: 'too-long', params: { limit: MAX_LINE_ID } });
  if (given !== undefined && given !== lineId)
    throw wrong({ path: 'lineId', code: 'unknown-value', params: { allowed: lineId } });
  return { lineId, line: entered(body) };
}

function entered({ lineId: _lineId, author: _author, ...line }: DraftLineContent): DraftLineContent {
  return line;
}

/** As in ControlLine. */
const MAX_LINE_ID = 64;

const wrong = (problem: FieldProblem): ProblemError =>
  new ProblemError(400, 'invalid-fields', { count: 1 }, [problem]);
