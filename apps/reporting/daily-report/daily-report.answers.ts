import { type Finding } from '#libs/contracts/finding.dto.js';
import { type ReportKind } from '#libs/contracts/vocabulary.js';
import { type RevisionState } from './life-cycle/daily-report-states.domain.js';

/** What a unit reads after it sent a report. Stored with the submission, so that a repeated send gets the same. */
export interface SubmissionAnswer {
  readonly operation: string;
  readonly unit: string;
  readonly operationDay: string;
  readonly revision: number;
  readonly kind: ReportKind;
  readonly state: RevisionState;
  readonly submissionId: string;
  /** SHA-256 of the canonical content. */
  readonly contentHash: string;
  readonly receivedAt: string;
  /** Odd data that was accepted and flagged. */
  readonly findings: readonly Finding[];
  /** The content stood already in this revision: nothing new was stored. */
  readonly alreadyRevision?: number;
}
