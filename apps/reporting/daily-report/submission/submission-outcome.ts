import { ProblemError } from '#libs/web/problem.js';
import { type SubmissionAnswer } from '../daily-report.answers.js';
import { type RevisionRecord, type UnitDayKey } from '../daily-report.records.js';
import { type PreparedSubmission } from './prepare-submission.js';
import { type SubmitCommand } from './submit-command.js';
import { decideSubmission, type SubmissionDecision } from './submission-decision.domain.js';
import { type KnownSubmissionRecord } from './submission.repository.js';

/** What is stored already of the submission id and of the unit-day. */
export interface Stored {
  readonly known: KnownSubmissionRecord | undefined;
  readonly newest: RevisionRecord | undefined;
}

/** What a submission leads to, and what of it is to be stored. */
export type SubmissionOutcome =
  | { readonly store: 'nothing'; readonly answer: SubmissionAnswer }
  | { readonly store: 'submission'; readonly answer: SubmissionAnswer }
  | { readonly store: 'revision'; readonly answer: SubmissionAnswer; readonly record: RevisionRecord };

/**
 * The same for a submission and for its dry run.
 * @throws ProblemError 409 for a conflict with what is stored
 */
export function outcomeOf(
  command: SubmitCommand,
  prepared: PreparedSubmission,
  { known, newest }: Stored,
): SubmissionOutcome {
  const decision = decideSubmission(prepared.offered, known, newest);
  if (decision.outcome === 'repeat-first-answer' && known) return { store: 'nothing', answer: known.answer };
  if (decision.outcome === 'already-revision' && newest) {
    const answer = { ...answerFor(command, prepared, newest), alreadyRevision: newest.revision };
    return { store: 'submission', answer };
  }
  const record = newRevision(command, prepared, revisionOrRefusal(decision, prepared.key));
  return { store: 'revision', record, answer: answerFor(command, prepared, record) };
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
    inClosedDay: false,
    submissionId,
    contentHash: offered.contentHash,
    content,
    findings,
    basedOn: submission.basedOn ?? null,
    reason: submission.reason ?? null,
    reasonText: submission.reasonText ?? null,
    change: submission.basedOn === undefined ? null : (submission.change ?? 'correction'),
    submittedAt: receivedAt,
    submittedBy: party,
    forwardedAt: null,
    toldAs: null,
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
