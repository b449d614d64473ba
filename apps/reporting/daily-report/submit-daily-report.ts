import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { ProblemError } from '#libs/web/problem.js';
import { type SubmissionAnswer } from './daily-report.answers.js';
import { type RevisionRecord, type UnitDay, type UnitDayKey } from './daily-report.records.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { consistencyProblems } from './report-consistency.domain.js';
import { findingsOf } from './report-findings.domain.js';
import {
  decideSubmission,
  type OfferedSubmission,
  type SubmissionDecision,
} from './submission-decision.domain.js';
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
  readonly created: boolean;
  readonly answer: SubmissionAnswer;
}

/** Content, request hash and findings, computed once before the transaction. */
interface Prepared {
  readonly key: UnitDayKey;
  readonly content: DailyReportContent;
  readonly offered: OfferedSubmission;
}

/** Accepts a daily report: a new revision, a repetition recognised, or a refusal that says what to do. */
@Injectable()
export class SubmitDailyReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly submissions: SubmissionRepository,
    private readonly events: EventLog,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {}

  async run(command: SubmitCommand): Promise<SubmitResult> {
    const prepared = prepare(command);
    return this.unitOfWork.run(async (manager) => {
      const { submissionId } = command.submission;
      const known = await this.submissions.lock(manager, command.operation, command.unit, submissionId);
      const unitDay = await this.reports.lockUnitDay(manager, prepared.key);
      const newest = await this.reports.findRevision(prepared.key, unitDay.newestRevision, manager);
      const decision = decideSubmission(prepared.offered, known, newest);
      if (decision.outcome === 'repeat-first-answer' && known)
        return { created: false, answer: known.answer };
      if (decision.outcome === 'already-revision' && newest) {
        return { created: false, answer: await this.rememberRepetition(manager, command, prepared, newest) };
      }
      const revision = revisionOrRefusal(decision, prepared.key);
      return {
        created: true,
        answer: await this.accept(manager, command, prepared, unitDay, newest, revision),
      };
    });
  }

  /** The content stood already in a revision: the answer is kept under the new submission id, nothing else. */
  private async rememberRepetition(
    manager: EntityManager,
    command: SubmitCommand,
    prepared: Prepared,
    newest: RevisionRecord,
  ): Promise<SubmissionAnswer> {
    const answer = { ...answerFor(command, newest), alreadyRevision: newest.revision };
    await this.keepSubmission(manager, command, prepared, answer);
    return answer;
  }

  private async accept(
    manager: EntityManager,
    command: SubmitCommand,
    prepared: Prepared,
    unitDay: UnitDay,
    newest: RevisionRecord | undefined,
    revision: number,
  ): Promise<SubmissionAnswer> {
    const record = newRevision(command, prepared, revision, this.reference);
    await this.supersede(manager, command, newest);
    await this.reports.insertRevision(manager, record);
    await this.reports.recordStateChange(manager, {
      ...prepared.key,
      revision,
      fromState: null,
      toState: 'submitted',
      action: 'submit',
      at: command.receivedAt,
      party: command.party,
    });
    const answer = answerFor(command, record);
    await this.keepSubmission(manager, command, prepared, answer);
    await this.events.append(manager, {
      definition: EVENTS.dailyReportSubmitted,
      key: unitKey(command.operation, command.unit),
      data: {
        ...prepared.key,
        revision,
        kind: record.kind,
        submittedAt: command.receivedAt,
        contentHash: record.contentHash,
      },
      occurredAt: command.receivedAt,
      subject: `${unitDay.unit}/${unitDay.operationDay}/${revision}`,
    });
    return answer;
  }

  /** A revision that still waits for the contact point gives way to the new one. */
  private async supersede(
    manager: EntityManager,
    command: SubmitCommand,
    newest: RevisionRecord | undefined,
  ): Promise<void> {
    if (newest?.state !== 'submitted') return;
    await this.reports.changeState(manager, newest, newest.revision, 'superseded');
    await this.reports.recordStateChange(manager, {
      operation: newest.operation,
      unit: newest.unit,
      operationDay: newest.operationDay,
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
    prepared: Prepared,
    answer: SubmissionAnswer,
  ): Promise<void> {
    await this.submissions.insert(manager, {
      ...prepared.key,
      submissionId: command.submission.submissionId,
      requestHash: prepared.offered.requestHash,
      revision: answer.revision,
      answer,
      raw: command.raw,
      receivedAt: command.receivedAt,
    });
  }
}

function prepare(command: SubmitCommand): Prepared {
  const { submissionId: _submissionId, basedOn, reason, reasonText, ...content } = command.submission;
  const problems = consistencyProblems(content);
  if (problems.length > 0) throw new ProblemError(400, 'invalid-fields', {}, problems);
  const contentHash = sha256Hex(canonicalJson(content));
  const requestHash = sha256Hex(
    canonicalJson({
      contentHash,
      basedOn: basedOn ?? null,
      reason: reason ?? null,
      reasonText: reasonText ?? null,
    }),
  );
  const key = { operation: command.operation, unit: command.unit, operationDay: content.operationDay };
  return { key, content, offered: { requestHash, contentHash, basedOn, reason } };
}

function newRevision(
  command: SubmitCommand,
  prepared: Prepared,
  revision: number,
  reference: ReferenceData,
): RevisionRecord {
  const { submission } = command;
  return {
    ...prepared.key,
    revision,
    kind: submission.kind,
    state: 'submitted',
    submissionId: submission.submissionId,
    contentHash: prepared.offered.contentHash,
    content: prepared.content,
    findings: findingsOf(prepared.content, reference.hsSubheadings),
    basedOn: submission.basedOn ?? null,
    reason: submission.reason ?? null,
    reasonText: submission.reasonText ?? null,
    submittedAt: command.receivedAt,
    submittedBy: command.party,
    forwardedAt: null,
  };
}

function answerFor(command: SubmitCommand, record: RevisionRecord): SubmissionAnswer {
  return {
    operation: record.operation,
    unit: record.unit,
    operationDay: record.operationDay,
    revision: record.revision,
    kind: record.kind,
    state: record.state,
    submissionId: command.submission.submissionId,
    contentHash: record.contentHash,
    receivedAt: command.receivedAt,
    findings: record.findings,
  };
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
