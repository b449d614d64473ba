import { type RevisionAnswer, type RevisionSummary } from '../daily-report.answers.dto.js';
import {
  type ForwardedReport,
  type RevisionHead,
  type RevisionRecord,
  type StateChange,
} from '../daily-report.records.js';
import { type StateChangeAnswer } from './state-change.answer.dto.js';
import { wordedFindings } from '../findings/worded-findings.js';

/** The head of a revision as it is told; what it does not have is left out. */
export function summaryOf(record: RevisionHead): RevisionSummary {
  const { operation, unit, operationDay, revision, kind, state, submissionId, contentHash } = record;
  const { basedOn, reason, reasonText, change, submittedAt, submittedBy, forwardedAt, toldAs } = record;
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
    ...(change !== null && { change }),
    submittedAt,
    submittedBy,
    ...(forwardedAt !== null && { forwardedAt }),
    ...(toldAs !== null && toldAs !== revision && { toldAs }),
  };
}

/** The whole revision as it stays in the country, its findings in the reader's language. */
export function revisionAnswer(
  record: RevisionRecord,
  queries: readonly StateChange[],
  acceptLanguage: string | undefined,
): RevisionAnswer {
  const { content, findings } = record;
  return {
    ...summaryOf(record),
    content,
    findings: wordedFindings(findings, acceptLanguage),
    queries: queries.map(stateChangeAnswer),
  };
}

/** A revision as the OCU was told of it. */
export interface ToldRevision {
  /** The one that was told. */
  readonly first: RevisionRecord;
  /** The one that stands for it now: later ones differ in withheld records alone. */
  readonly last: RevisionRecord;
  /** When it, or one that took its place before, was forwarded first. */
  readonly forwardedAt: string | null;
  readonly toldAs: number;
  /** Of what the contact point forwarded, whatever the OCU is given of it. */
  readonly contentHash: string;
  /** As much of it as the country shares. */
  readonly report: ForwardedReport;
  /** Number under which the OCU knows what it was based on. */
  readonly basedOn: number;
  readonly queries: readonly StateChange[];
}

/** What the OCU reads of a revision: as it was told, with how it stands now. */
export function toldAnswer(
  { first, last, forwardedAt, toldAs, contentHash, report, basedOn, queries }: ToldRevision,
  acceptLanguage: string | undefined,
): RevisionAnswer {
  const told = summaryOf({ ...first, forwardedAt });
  delete told.submissionId;
  delete told.submittedBy;
  delete told.toldAs;
  delete told.reasonText;
  return {
    ...told,
    revision: toldAs,
    state: last.state,
    contentHash,
    ...(basedOn > 0 && { basedOn }),
    ...(report.reasonText !== undefined && { reasonText: report.reasonText }),
    content: report.content,
    findings: wordedFindings(report.findings, acceptLanguage),
    queries: queries.map((change) => ({ ...stateChangeAnswer(change), revision: toldAs })),
  };
}

/** A change of state; where the revision came into being there is no state before. */
export function stateChangeAnswer({ fromState, origin, reasons, ...change }: StateChange): StateChangeAnswer {
  return {
    ...change,
    ...origin,
    ...(fromState !== null && { fromState }),
    ...(reasons && { reasons: [...reasons] }),
  };
}
