import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindUnit } from '../operation-plan/find-unit.js';
import { type SubmissionAnswer } from './daily-report.answers.js';
import { type RevisionRecord } from './daily-report.records.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { forwardedContent } from './forwarded-content.domain.js';
import { refuseDay } from './operation-day-window.domain.js';
import { prepareSubmission, type PreparedSubmission } from './prepare-submission.js';
import { reportReference, type ReportReference } from './report-reference.js';
import { outcomeOf } from './submission-outcome.js';
import { SubmissionRepository } from './submission.repository.js';
import { type SubmitCommand, type SubmitResult } from './submit-command.js';

/** Accepts a daily report: a new revision, a repetition recognised, or a refusal that says what to do. */
@Injectable()
export class SubmitDailyReport {
  private readonly reference: ReportReference;

  constructor(
    private readonly findUnit: FindUnit,
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly submissions: SubmissionRepository,
    private readonly events: EventLog,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.reference = reportReference(reference);
  }

  /**
   * @throws ProblemError 400 for fields that do not fit together, 404 for an unknown operation or unit, 409 for a
   * conflict with what is stored, 413, 422 for a day that is not taken
   */
  async run(command: SubmitCommand): Promise<SubmitResult> {
    const prepared = await this.prepare(command);
    return this.unitOfWork.run(async (manager) => {
      const { operation, unit } = command;
      const known = await this.submissions.lock(manager, operation, unit, prepared.submissionId);
      const unitDay = await this.reports.lockUnitDay(manager, prepared.key);
      const newest = await this.reports.findRevision(prepared.key, unitDay.newestRevision, manager);
      const outcome = outcomeOf(command, prepared, { known, newest });
      if (outcome.store === 'revision') await this.accept(manager, command, outcome.record, newest);
      if (outcome.store !== 'nothing') await this.keepSubmission(manager, command, prepared, outcome.answer);
      return { created: outcome.store === 'revision', answer: outcome.answer };
    });
  }

  /** The dry run: answers and refuses as `run` would at this moment, and stores nothing. */
  async check(command: SubmitCommand): Promise<SubmitResult> {
    const prepared = await this.prepare(command);
    const { operation, unit } = command;
    const known = await this.submissions.find(operation, unit, prepared.submissionId);
    const unitDay = await this.reports.findUnitDay(prepared.key);
    const newest = unitDay && (await this.reports.findRevision(prepared.key, unitDay.newestRevision));
    const { store, answer } = outcomeOf(command, prepared, { known, newest });
    return { created: store === 'revision', answer };
  }

  private async prepare({
    operation,
    unit: unitId,
    submission,
    receivedAt,
  }: SubmitCommand): Promise<PreparedSubmission> {
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    const refusal = refuseDay(plan, unit, submission.operationDay, receivedAt);
    if (refusal) {
      const { firstDay, lastDay } = plan;
      const { code, ...params } = refusal;
      throw new ProblemError(422, code, { day: submission.operationDay, firstDay, lastDay, ...params });
    }
    return prepareSubmission(operation, unitId, submission, this.reference);
  }

  private async accept(
    manager: EntityManager,
    command: SubmitCommand,
    record: RevisionRecord,
    newest: RevisionRecord | undefined,
  ): Promise<void> {
    // A revision that still waits for the contact point gives way to the new one.
    if (newest?.state === 'submitted') await this.supersede(manager, command, newest);
    await this.reports.insertRevision(manager, record);
    await this.reports.recordStateChange(manager, record, {
      revision: record.revision,
      fromState: null,
      toState: 'submitted',
      action: 'submit',
      at: command.receivedAt,
      party: command.party,
    });
    await this.announce(manager, record);
  }

  private async supersede(
    manager: EntityManager,
    command: SubmitCommand,
    newest: RevisionRecord,
  ): Promise<void> {
    await this.reports.changeState(manager, newest, newest.revision, 'superseded');
    await this.reports.recordStateChange(manager, newest, {
      revision: newest.revision,
      fromState: 'submitted',
      toState: 'superseded',
      action: 'supersede',
      at: command.receivedAt,
      party: command.party,
    });
  }

  private async keepSubmission(
    manager: EntityManager,
    command: SubmitCommand,
    prepared: PreparedSubmission,
    answer: SubmissionAnswer,
  ): Promise<void> {
    await this.submissions.insert(manager, {
      ...prepared.key,
      submissionId: prepared.submissionId,
      requestHash: prepared.offered.requestHash,
      revision: answer.revision,
      answer,
      raw: command.raw,
      rawMediaType: command.rawMediaType,
      receivedAt: command.receivedAt,
    });
  }

  /** Metadata alone: the OCU holds no unforwarded national data. The hash tells nothing of withheld records either. */
  private async announce(manager: EntityManager, record: RevisionRecord): Promise<void> {
    const { operation, unit, operationDay, revision, kind, submittedAt } = record;
    const contentHash = sha256Hex(canonicalJson(forwardedContent(record.content)));
    await this.events.append(manager, {
      definition: EVENTS.dailyReportSubmitted,
      key: unitKey(operation, unit),
      data: { operation, unit, operationDay, revision, kind, submittedAt, contentHash },
      occurredAt: submittedAt,
      subject: `${unit}/${operationDay}/${revision}`,
    });
  }
}
