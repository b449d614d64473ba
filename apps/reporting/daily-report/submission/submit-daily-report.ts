import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { aboutChange } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { FindUnit } from '../../operation-plan/find-unit.js';
import { type SubmissionAnswer } from '../daily-report.answers.js';
import { type RevisionRecord, type UnitDay } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { ReportCircumstancesReader } from '../findings/report-circumstances.js';
import { LifeCycle } from '../life-cycle/life-cycle.js';
import { prepareSubmission, type PreparedSubmission } from './prepare-submission.js';
import { reportReference, type ReportReference } from '../findings/report-reference.js';
import { requireDay } from './require-day.js';
import { outcomeOf } from './submission-outcome.js';
import { SubmissionRepository } from './submission.repository.js';
import { type SubmitCommand, type SubmitResult } from './submit-command.js';
import { TellSubmission } from './tell-submission.js';

/** A submission that passed every check which asks nothing of what is stored. */
interface Checked extends PreparedSubmission {
  /** Of the unit. */
  readonly timeZone: string;
}

/** Accepts a daily report: a new revision, a repetition recognised, or a refusal that says what to do. */
@Injectable()
export class SubmitDailyReport {
  private readonly reference: ReportReference;

  constructor(
    private readonly findUnit: FindUnit,
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly submissions: SubmissionRepository,
    private readonly lifeCycle: LifeCycle,
    private readonly tellSubmission: TellSubmission,
    private readonly circumstances: ReportCircumstancesReader,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.reference = reportReference(reference);
  }

  /**
   * @throws ProblemError 400 for fields that do not fit together, 404 for an unknown operation or unit, 409 for a
   * conflict with what is stored, 413, 422 for a day that is not taken and for a supplement that changes what stands
   */
  async run(command: SubmitCommand): Promise<SubmitResult> {
    const checked = await this.prepare(command);
    return this.unitOfWork.run(async (manager) => {
      const { operation, unit } = command;
      const known = await this.submissions.lock(manager, operation, unit, checked.submissionId);
      const unitDay = await this.reports.lockUnitDay(manager, checked.key);
      const newest = await this.reports.findRevision(checked.key, unitDay.newestRevision, manager);
      const outcome = outcomeOf(command, checked, { known, newest });
      if (outcome.store === 'revision') await this.accept(manager, command, checked, outcome.record, unitDay);
      if (outcome.store !== 'nothing') await this.keepSubmission(manager, command, checked, outcome.answer);
      const id = `${unit}/${checked.key.operationDay}/${outcome.answer.revision}`;
      aboutChange(manager, {
        ...{ object: { kind: 'daily-report', id }, after: checked.offered.contentHash },
        outcome: outcome.store === 'revision' ? 'done' : 'unchanged',
      });
      return { created: outcome.store === 'revision', answer: outcome.answer };
    });
  }

  /** The dry run: answers and refuses as `run` would at this moment, and stores nothing. */
  async check(command: SubmitCommand): Promise<SubmitResult> {
    const checked = await this.prepare(command);
    const { operation, unit } = command;
    const known = await this.submissions.find(operation, unit, checked.submissionId);
    const unitDay = await this.reports.findUnitDay(checked.key);
    const newest = unitDay && (await this.reports.findRevision(checked.key, unitDay.newestRevision));
    const outcome = outcomeOf(command, checked, { known, newest });
    if (outcome.store === 'revision')
      await this.tellSubmission.checkSupplement(outcome.record, unitDay?.newestForwardedRevision ?? null);
    return { created: outcome.store === 'revision', answer: outcome.answer };
  }

  private async prepare({
    operation,
    unit: unitId,
    submission,
    receivedAt,
  }: SubmitCommand): Promise<Checked> {
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    requireDay(plan, unit, submission, receivedAt);
    const circumstances = await this.circumstances.of(plan, unit, submission);
    const prepared = prepareSubmission(operation, unitId, submission, this.reference, circumstances);
    return { ...prepared, timeZone: unit.timeZone };
  }

  private async accept(
    manager: EntityManager,
    { receivedAt: at, party, origin }: SubmitCommand,
    { timeZone }: Checked,
    record: RevisionRecord,
    unitDay: UnitDay,
  ): Promise<void> {
    await this.tellSubmission.checkSupplement(record, unitDay.newestForwardedRevision, manager);
    const { isTold, toldAs } = await this.tellSubmission.numberOf(manager, record);
    await this.lifeCycle.take(manager, record, 'submit', { party, at, timeZone, origin }, () =>
      this.reports.insertRevision(manager, { ...record, toldAs }),
    );
    if (isTold) await this.tellSubmission.announce(manager, record, toldAs);
  }

  private async keepSubmission(
    manager: EntityManager,
    command: SubmitCommand,
    checked: Checked,
    answer: SubmissionAnswer,
  ): Promise<void> {
    await this.submissions.insert(manager, {
      ...checked.key,
      submissionId: checked.submissionId,
      requestHash: checked.offered.requestHash,
      revision: answer.revision,
      answer,
      raw: command.raw,
      rawMediaType: command.rawMediaType,
      receivedAt: command.receivedAt,
    });
  }
}
