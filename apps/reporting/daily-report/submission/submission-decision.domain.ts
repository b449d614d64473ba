import { type RevisionReason } from '#libs/contracts/vocabulary.js';
import { type RevisionState } from '../life-cycle/daily-report-states.domain.js';

/** What is known of the submission id, if it was used before. */
export interface KnownSubmission {
  readonly requestHash: string;
}

/** The newest revision of the unit-day. */
export interface NewestRevision {
  readonly revision: number;
  readonly contentHash: string;
  readonly state: RevisionState;
}

/** The submission as far as the decision needs it. */
export interface OfferedSubmission {
  /** SHA-256 of the canonical request: content, basis and reason. */
  readonly requestHash: string;
  /** SHA-256 of the canonical content alone. */
  readonly contentHash: string;
  readonly basedOn?: number | undefined;
  readonly reason?: RevisionReason | undefined;
}

export type SubmissionDecision =
  | { readonly outcome: 'repeat-first-answer' }
  | { readonly outcome: 'already-revision'; readonly revision: number }
  | { readonly outcome: 'new-revision'; readonly revision: number }
  | { readonly outcome: 'submission-id-reused' }
  | { readonly outcome: 'revision-needs-basis'; readonly newest: number }
  | { readonly outcome: 'basis-outdated'; readonly newest: number };

/**
 * A report is (operation, unit, operation day); the client's id names a submission. Decides whether a submission is a
 * repetition, a new revision or a conflict; nothing is ever overwritten.
 */
export function decideSubmission(
  offered: OfferedSubmission,
  known: KnownSubmission | undefined,
  newest: NewestRevision | undefined,
): SubmissionDecision {
  if (known)
    return known.requestHash === offered.requestHash
      ? { outcome: 'repeat-first-answer' }
      : { outcome: 'submission-id-reused' };
  if (!newest) {
    return offered.basedOn === undefined
      ? { outcome: 'new-revision', revision: 1 }
      : { outcome: 'basis-outdated', newest: 0 };
  }
  if (newest.contentHash === offered.contentHash && !isSentAnew(offered, newest))
    return { outcome: 'already-revision', revision: newest.revision };
  if (offered.basedOn === undefined || offered.reason === undefined) {
    return { outcome: 'revision-needs-basis', newest: newest.revision };
  }
  if (offered.basedOn !== newest.revision) return { outcome: 'basis-outdated', newest: newest.revision };
  return { outcome: 'new-revision', revision: newest.revision + 1 };
}

/**
 * Whether the same content is meant as a revision: after a withdrawal always, after a return where the sender says so by
 * naming basis and reason.
 */
function isSentAnew({ basedOn, reason }: OfferedSubmission, { state }: NewestRevision): boolean {
  if (state === 'withdrawn') return true;
  return state === 'returned' && basedOn !== undefined && reason !== undefined;
}
