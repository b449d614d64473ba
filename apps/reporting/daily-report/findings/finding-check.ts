import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { FINDINGS, type FindingCode } from '#libs/reference/findings.js';
import { type ReportReference } from './report-reference.js';
import { type KnownReferences } from './known-references.js';
import { type UnitHistory } from './unit-history.domain.js';

/** Around a report: its operation and unit, and what the unit reported before. What is not known is not checked. */
export interface ReportCircumstances {
  readonly plan?: Pick<OperationPlan, 'dayStartsAt' | 'countries'>;
  readonly unit?: Pick<PlanUnit, 'timeZone' | 'country'>;
  readonly history?: UnitHistory;
  readonly known?: KnownReferences;
}

/** What a check sees beside its record. */
export interface CheckContext extends ReportCircumstances {
  readonly content: DailyReportContent;
  readonly reference: ReportReference;
  /** Lines whose transport unit stands in an earlier line. */
  readonly repeated: ReadonlySet<ControlLine>;
}

/** Looks at one record; `path` is its JSON path in the report. Never refuses, never throws for odd data. */
export type Check<T> = (record: T, path: string, context: CheckContext) => Finding[];

/** Longest detail that a finding takes. */
const MAX_DETAIL = 120;

/** One finding; the severity is that of its code. */
export function found(field: string, code: FindingCode, detail?: string): Finding {
  const finding = { code, severity: FINDINGS[code].severity, field };
  return detail === undefined ? finding : { ...finding, detail: detail.slice(0, MAX_DETAIL) };
}

/** One finding for each code. */
export const allFound = (field: string, codes: readonly FindingCode[]): Finding[] =>
  codes.map((code) => found(field, code));
