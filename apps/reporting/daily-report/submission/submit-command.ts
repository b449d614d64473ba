import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { type SubmissionAnswer } from '../daily-report.answers.js';
import { type Origin } from '../daily-report.records.js';

/** A submission as it came in. */
export interface SubmitCommand {
  readonly operation: string;
  readonly unit: string;
  readonly submission: DailyReportSubmission;
  /** The request's bytes as received. */
  readonly raw: Buffer;
  /** What the bytes are, e.g. `application/json`; they are given back as this. */
  readonly rawMediaType: string;
  readonly receivedAt: string;
  /** `role:scope/person`. */
  readonly party: string;
  readonly origin: Origin;
}

export interface SubmitResult {
  /** A new revision was stored; of a check: it would be. */
  readonly created: boolean;
  readonly answer: SubmissionAnswer;
}
