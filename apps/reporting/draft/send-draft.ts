import { Injectable } from '@nestjs/common';
import { DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { needsNoEntry } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { missingFields } from '#libs/web/body/partial-body.js';
import { ProblemError } from '#libs/web/problem.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';
import { SubmissionRepository } from '../daily-report/submission/submission.repository.js';
import { type SubmitResult } from '../daily-report/submission/submit-command.js';
import { SubmitDailyReport } from '../daily-report/submission/submit-daily-report.js';
import { contentOf } from './draft-content.domain.js';
import { type Draft, type DraftContent } from './draft.records.js';
import { DraftRepository } from './draft.repository.js';
import { outdated } from './if-match.js';
import { commandOf, type Basis, type Sender } from './look-at-draft.js';
import { unknownDraft } from './save-draft.js';

/** Fields named in one refusal. */
const MAX_MISSING = 100;

/** One officer sends the draft: it becomes a submission like any other, and is gone. */
@Injectable()
export class SendDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftRepository,
    private readonly submissions: SubmissionRepository,
    private readonly submit: SubmitDailyReport,
  ) {}

  /**
   * Sending again what was sent gives the first answer.
   * @param version that the sender has seen; undefined: whatever it is
   * @throws ProblemError 404 where there is no draft, 409 `draft-outdated`, 422 `draft-incomplete`, and whatever a
   * submission may be refused for
   */
  async run(
    key: UnitDayKey,
    unit: PlanUnit,
    basis: Basis,
    version: number | undefined,
    sender: Sender,
  ): Promise<SubmitResult> {
    const draft = await this.drafts.find(key);
    if (!draft) return this.answerOfLast(key);
    if (version !== undefined && version !== draft.version) throw outdated(draft.version);
    const command = commandOf(draft, complete(draft, unit), basis, sender);
    const result = await this.submit.run(command);
    await this.unitOfWork.run((manager) => {
      needsNoEntry(manager);
      return this.drafts.markSent(manager, key, draft.version, command.submission.submissionId);
    });
    return result;
  }

  private async answerOfLast(key: UnitDayKey): Promise<SubmitResult> {
    const sent = await this.drafts.sentSubmission(key);
    const known = sent && (await this.submissions.find(key.operation, key.unit, sent));
    if (!known) throw unknownDraft(key);
    return { created: false, answer: known.answer };
  }
}

function complete(draft: Draft, unit: PlanUnit): DailyReportContent {
  const content: DraftContent = contentOf(draft, unit.timeZone);
  const missing = missingFields(DailyReportContent, content);
  if (missing.length === 0) return content as DailyReportContent;
  const fields = missing.slice(0, MAX_MISSING).map((path) => ({ path, code: 'required' }));
  throw new ProblemError(422, 'draft-incomplete', { count: missing.length }, fields);
}
