import { type RevisionReason } from '#libs/contracts/vocabulary.js';

/** What is known of the submission id, if it was used before. */
export interface KnownSubmission {
  readonly requestHash: string;
}

/** The newest revision of the unit-day. */
export interface NewestRevision {
  readonly revision: number;
  readonly contentHash: string;
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
  if (newest.contentHash === offered.contentHash)
    return { outcome: 'already-revision', revision: newest.revision };
  if (offered.basedOn === undefined || offered.reason === undefined) {
    return { outcome: 'revision-needs-basis', newest: newest.revision };
  }
  if (offered.basedOn !== newest.revision) return { outcome: 'basis-outdated', newest: newest.revision };
  return { outcome: 'new-revision', revision: newest.revision + 1 };
}
