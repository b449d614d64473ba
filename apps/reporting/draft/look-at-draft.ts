import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import { DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { missingFields } from '#libs/web/body/partial-body.js';
import { type FieldProblem, ProblemError } from '#libs/web/problem.js';
import { DailyReportRepository } from '../daily-report/daily-report.repository.js';
import { type SubmitCommand } from '../daily-report/submission/submit-command.js';
import { SubmitDailyReport } from '../daily-report/submission/submit-daily-report.js';
import { completePart, contentOf, type CompletePart } from './draft-content.domain.js';
import { type Draft, type DraftContent } from './draft.records.js';

/** What a draft amounts to if it were sent now. */
export interface DraftView {
  readonly content: DraftContent;
  /** Paths of required fields without a value. */
  readonly missing: readonly string[];
  /** What does not fit together. */
  readonly problems: readonly FieldProblem[];
  readonly findings: readonly Finding[];
}

/** Who looks or sends. */
export type Sender = Pick<SubmitCommand, 'party' | 'receivedAt' | 'origin'>;

/** Shows a draft as the checks of a submission see it: what is entered completely is checked, the rest is missing. */
@Injectable()
export class LookAtDraft {
  constructor(
    private readonly reports: DailyReportRepository,
    private readonly submit: SubmitDailyReport,
  ) {}

  async run(draft: Draft, unit: PlanUnit, sender: Sender): Promise<DraftView> {
    const content = contentOf(draft, unit.timeZone);
    const missing = missingFields(DailyReportContent, content);
    const part = completePart(content, missing);
    if (part.content.kind === undefined) return { content, missing, problems: [], findings: [] };
    return { content, missing, ...(await this.check(draft, part, sender)) };
  }

  /** A further revision is checked with a reason that stands for any. */
  private async check(
    draft: Draft,
    part: CompletePart,
    sender: Sender,
  ): Promise<Pick<DraftView, 'problems' | 'findings'>> {
    const newest = (await this.reports.findUnitDay(draft))?.newestRevision ?? 0;
    const basis = newest > 0 ? ({ basedOn: newest, reason: 'other' } as const) : {};
    try {
      const command = commandOf(draft, part.content as DailyReportContent, basis, sender);
      const { answer } = await this.submit.check(command);
      const findings = answer.findings.map((finding) => ({
        ...finding,
        field: part.wholePath(finding.field),
      }));
      return { problems: [], findings };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 400) throw error;
      const problems = error.fields.map((field) => ({ ...field, path: part.wholePath(field.path) }));
      return { problems, findings: [] };
    }
  }
}

/** How a further revision changes the report before it. */
export type Basis = Pick<DailyReportSubmission, 'basedOn' | 'reason' | 'change' | 'reasonText'>;

/**
 * The submission that a complete draft amounts to. Its id follows from the draft and its version, so that the same draft
 * sent again is the same submission.
 */
export function commandOf(
  draft: Draft,
  content: DailyReportContent,
  basis: Basis,
  sender: Sender,
): SubmitCommand {
  const submission = { ...content, ...basis, submissionId: uuidOf(String(draft.version), draft.draftId) };
  return {
    ...sender,
    operation: draft.operation,
    unit: draft.unit,
    submission,
    raw: Buffer.from(JSON.stringify(submission)),
    rawMediaType: 'application/json',
  };
}
