import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { TOPICS } from '#libs/contracts/topics.js';
import { detach } from '#libs/nominal/sealed-fields.js';
import { ProblemError } from '#libs/web/problem.js';
import { type UnitDayKey } from '../daily-report.records.js';
import { consistencyProblems } from './report-consistency.domain.js';
import { type ReportCircumstances } from '../findings/finding-check.js';
import { findingsOf } from '../findings/report-findings.domain.js';
import { type ReportReference } from '../findings/report-reference.js';
import { type OfferedSubmission } from './submission-decision.domain.js';

/** Bytes that an event needs beside content and findings. */
const ENVELOPE_BYTES = 16_384;
/** What stands in the open for a sealed value at most. */
const PSEUDONYM_BYTES = 40;
/** Fields named in one refusal; the sender mends these first. */
const MAX_PROBLEMS = 100;

/** A submission made ready before its transaction: hashes, findings, key. */
export interface PreparedSubmission {
  readonly key: UnitDayKey;
  /** In lower case, as PostgreSQL gives it back. */
  readonly submissionId: string;
  readonly content: DailyReportContent;
  readonly findings: readonly Finding[];
  readonly offered: OfferedSubmission;
}

/**
 * Checks and hashes a submission whose fields are well formed.
 * @param circumstances what the findings take the report against beside the reference data
 * @throws ProblemError 400 `invalid-fields` for what does not fit together, 413 `body-too-large` for what no event takes
 */
export function prepareSubmission(
  operation: string,
  unit: string,
  submission: DailyReportSubmission,
  reference: ReportReference,
  circumstances: ReportCircumstances = {},
): PreparedSubmission {
  const { submissionId, basedOn, reason, reasonText, change, ...content } = submission;
  requireConsistent(content);
  const findings = findingsOf(content, reference, circumstances);
  requireForwardable(content, findings);
  const contentHash = sha256Hex(canonicalJson(content));
  const requestHash = sha256Hex(canonicalJson({ contentHash, basedOn, reason, reasonText, change }));
  return {
    key: { operation, unit, operationDay: content.operationDay },
    submissionId: submissionId.toLowerCase(),
    content,
    findings,
    offered: { requestHash, contentHash, basedOn, reason },
  };
}

function requireConsistent(content: DailyReportContent): void {
  const problems = consistencyProblems(content);
  if (problems.length === 0) return;
  throw new ProblemError(400, 'invalid-fields', { count: problems.length }, problems.slice(0, MAX_PROBLEMS));
}

/** What is accepted must be able to leave: a report that no event takes could never be forwarded. */
function requireForwardable(content: DailyReportContent, findings: readonly Finding[]): void {
  const { bare, values } = detach(content);
  const open = Buffer.byteLength(JSON.stringify({ content: bare, findings }));
  const sealed = (Buffer.byteLength(JSON.stringify(values)) * 4) / 3;
  const bytes = open + sealed + values.length * PSEUDONYM_BYTES + ENVELOPE_BYTES;
  const limit = TOPICS.dailyReport.maxMessageBytes;
  if (bytes > limit) throw new ProblemError(413, 'body-too-large', { limit });
}
