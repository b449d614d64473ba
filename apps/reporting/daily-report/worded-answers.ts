import {
  type RevisionAnswer,
  type RevisionSummary,
  type StateChangeAnswer,
} from './daily-report.answers.dto.js';
import { type RevisionRecord, type StateChange } from './daily-report.records.js';
import { wordedFindings } from './worded-findings.js';

/** The revision without content and findings; what it does not have is left out. */
export function summaryOf(record: RevisionRecord): RevisionSummary {
  const { operation, unit, operationDay, revision, kind, state, submissionId, contentHash } = record;
  const { basedOn, reason, reasonText, submittedAt, submittedBy, forwardedAt } = record;
  return {
    operation,
    unit,
    operationDay,
    revision,
    kind,
    state,
    submissionId,
    contentHash,
    ...(basedOn !== null && { basedOn }),
    ...(reason !== null && { reason }),
    ...(reasonText !== null && { reasonText }),
    submittedAt,
    submittedBy,
    ...(forwardedAt !== null && { forwardedAt }),
  };
}

/** The whole revision, its findings in the reader's language. */
export function revisionAnswer(record: RevisionRecord, acceptLanguage: string | undefined): RevisionAnswer {
  const { content, findings } = record;
  return { ...summaryOf(record), content, findings: wordedFindings(findings, acceptLanguage) };
}

/** A change of state; where the revision came into being there is no state before. */
export function stateChangeAnswer({ fromState, reasons, ...change }: StateChange): StateChangeAnswer {
  return { ...change, ...(fromState !== null && { fromState }), ...(reasons && { reasons: [...reasons] }) };
}
