import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { ProblemError } from '#libs/web/problem.js';
import { type SubmissionAnswer } from './daily-report.answers.js';
import { type RevisionRecord, type UnitDayKey } from './daily-report.records.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { forwardedContent } from './forwarded-content.domain.js';
import { prepareSubmission, type PreparedSubmission } from './prepare-submission.js';
import { reportReference, type ReportReference } from './report-reference.js';
import { decideSubmission, type SubmissionDecision } from './submission-decision.domain.js';
import { SubmissionRepository } from './submission.repository.js';

/** A submission as it came in. */
export interface SubmitCommand {
  readonly operation: string;
  readonly unit: string;
  readonly submission: DailyReportSubmission;
  /** The request's bytes as received. */
  readonly raw: Buffer;
  readonly receivedAt: string;
  /** `role:scope/person`. */
  readonly party: string;
}

export interface SubmitResult {
  /** A new revision was stored. */
  readonly created: boolean;
  readonly answer: SubmissionAnswer;
}

/** Accepts a daily report: a new revision, a repetition recognised, or a refusal that says what to do. */
@Injectable()
export class SubmitDailyReport {
  private readonly reference: ReportReference;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly submissions: SubmissionRepository,
    private readonly events: EventLog,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.reference = reportReference(reference);
  }

  /** @throws ProblemError 400 for fields that do not fit together, 409 for a conflict with what is stored, 413 */
  async run(command: SubmitCommand): Promise<SubmitResult> {
    const { operation, unit, submission } = command;
    const prepared = prepareSubmission(operation, unit, submission, this.reference);
    return this.unitOfWork.run(async (manager) => {
      const known = await this.submissions.lock(manager, operation, unit, prepared.submissionId);
      const unitDay = await this.reports.lockUnitDay(manager, prepared.key);
      const newest = await this.reports.findRevision(prepared.key, unitDay.newestRevision, manager);
      const decision = decideSubmission(prepared.offered, known, newest);
      if (decision.outcome === 'repeat-first-answer' && known)
        return { created: false, answer: known.answer };
      if (decision.outcome === 'already-revision' && newest) {
        const answer = { ...answerFor(command, prepared, newest), alreadyRevision: newest.revision };
        await this.keepSubmission(manager, command, prepared, answer);
        return { created: false, answer };
      }
      const record = newRevision(command, prepared, revisionOrRefusal(decision, prepared.key));
      return { created: true, answer: await this.accept(manager, command, prepared, record, newest) };
    });
  }

  private async accept(
    manager: EntityManager,
    command: SubmitCommand,
    prepared: PreparedSubmission,
    record: RevisionRecord,
    newest: RevisionRecord | undefined,
  ): Promise<SubmissionAnswer> {
    // A revision that still waits for the contact point gives way to the new one.
    if (newest?.state === 'submitted') await this.supersede(manager, command, newest);
    await this.reports.insertRevision(manager, record);
    await this.reports.recordStateChange(manager, prepared.key, {
      revision: record.revision,
      fromState: null,
      toState: 'submitted',
      action: 'submit',
      at: command.receivedAt,
      party: command.party,
    });
    const answer = answerFor(command, prepared, record);
    await this.keepSubmission(manager, command, prepared, answer);
    await this.announce(manager, record);
    return answer;
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

function newRevision(
  { submission, receivedAt, party }: SubmitCommand,
  { key, submissionId, content, findings, offered }: PreparedSubmission,
  revision: number,
): RevisionRecord {
  return {
    ...key,
    revision,
    kind: content.kind,
    state: 'submitted',
    submissionId,
    contentHash: offered.contentHash,
    content,
    findings,
    basedOn: submission.basedOn ?? null,
    reason: submission.reason ?? null,
    reasonText: submission.reasonText ?? null,
    submittedAt: receivedAt,
    submittedBy: party,
    forwardedAt: null,
  };
}

function answerFor(
  { receivedAt }: SubmitCommand,
  { key, submissionId }: PreparedSubmission,
  { revision, kind, state, contentHash, findings }: RevisionRecord,
): SubmissionAnswer {
  return { ...key, revision, kind, state, submissionId, contentHash, receivedAt, findings };
}

function revisionOrRefusal(decision: SubmissionDecision, key: UnitDayKey): number {
  switch (decision.outcome) {
    case 'new-revision':
      return decision.revision;
    case 'submission-id-reused':
      throw new ProblemError(409, 'submission-id-reused');
    case 'revision-needs-basis':
    case 'basis-outdated':
      throw new ProblemError(409, decision.outcome, {
        newest: decision.newest,
        day: key.operationDay,
        unit: key.unit,
      });
    case 'repeat-first-answer':
    case 'already-revision':
      throw new Error(`A repetition was recognised without its record: ${decision.outcome}.`);
  }
}
