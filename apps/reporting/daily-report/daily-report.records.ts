import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { type ReportKind, type RevisionReason } from '#libs/contracts/vocabulary.js';
import { type RevisionAction, type RevisionState } from './daily-report-states.domain.js';
import { type ReturnReasonEntry } from './return-request.dto.js';

/** Names one unit-day. */
export interface UnitDayKey {
  readonly operation: string;
  readonly unit: string;
  /** `YYYY-MM-DD`, local to the unit. */
  readonly operationDay: string;
}

/** From where a change of state came. */
export const CHANNELS = ['api', 'sheet', 'page', 'system'] as const;
export type Channel = (typeof CHANNELS)[number];

/** In which capacity a person acted for the contact point. */
export const CAPACITIES = ['contact_point', 'deputy'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** From where a change came, and in which capacity where the contact point acted. */
export interface Origin {
  readonly channel: Channel;
  readonly capacity?: Capacity;
}

/** The aggregate of a unit and day; instants are UTC. */
export interface UnitDay extends UnitDayKey {
  readonly newestRevision: number;
  readonly newestForwardedRevision: number | null;
  readonly firstForwardedAt: string | null;
  /** Fixed at the first forwarding. */
  readonly onTime: boolean | null;
}

/** One revision as stored; never deleted, never overwritten but for its state. */
export interface RevisionRecord extends UnitDayKey {
  readonly revision: number;
  readonly kind: ReportKind;
  readonly state: RevisionState;
  readonly submissionId: string;
  readonly contentHash: string;
  readonly content: DailyReportContent;
  readonly findings: readonly Finding[];
  readonly basedOn: number | null;
  readonly reason: RevisionReason | null;
  readonly reasonText: string | null;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly forwardedAt: string | null;
}

/** A change of state of a unit-day's revision, with who, when and why. */
export interface StateChange {
  readonly revision: number;
  readonly fromState: RevisionState | null;
  readonly toState: RevisionState;
  readonly action: RevisionAction | 'submit';
  readonly at: string;
  readonly party: string;
  /** Given where a revision was returned. */
  readonly reasons?: readonly ReturnReasonEntry[];
}
