import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { type SharingProfile } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ReportKind, type RevisionChange, type RevisionReason } from '#libs/contracts/vocabulary.js';
import { type RevisionState } from './life-cycle/daily-report-states.domain.js';
import { type Standing, type Step } from './life-cycle/life-cycle.domain.js';
import { type ReasonEntry } from './life-cycle/reasons.dto.js';

/** Names one unit-day. */
export interface UnitDayKey {
  readonly operation: string;
  readonly unit: string;
  /** `YYYY-MM-DD`, local to the unit. */
  readonly operationDay: string;
}

/** Names one revision by its national number. */
export interface RevisionKey extends UnitDayKey {
  readonly revision: number;
}

/** From where a change of state came. */
export const CHANNELS = ['api', 'sheet', 'system'] as const;
export type Channel = (typeof CHANNELS)[number];

/** In which capacity a person acted for the contact point. */
export const CAPACITIES = ['contact_point', 'deputy'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** From where a change came, and in which capacity where the contact point acted. */
export interface Origin {
  readonly channel: Channel;
  readonly capacity?: Capacity;
}

/** Who does something, when and from where; kept with every change of state. */
export interface Act {
  /** `role:scope/person`, or `system/<name of the job>`. */
  readonly party: string;
  /** Instant (UTC). */
  readonly at: string;
  /** IANA zone of the unit: the local time is kept beside the instant. */
  readonly timeZone: string;
  readonly origin: Origin;
}

/** The aggregate of a unit and day; instants are UTC. */
export interface UnitDay extends UnitDayKey {
  readonly newestRevision: number;
  readonly newestForwardedRevision: number | null;
  readonly firstForwardedAt: string | null;
  /** Fixed at the first forwarding. */
  readonly onTime: boolean | null;
}

/** What left the country of a revision, with the findings on it. */
export interface ForwardedReport {
  readonly content: DailyReportContent;
  readonly findings: readonly Finding[];
  /** Absent also where it names a withheld record. */
  readonly reasonText?: string;
  /** Of this content, kept beside it: it stays when nominal values are erased. Absent until it is forwarded. */
  readonly contentHash?: string;
  /** Profile of the country when it left; absent: `full`. A later Plan shares no more of it. */
  readonly sharing?: SharingProfile;
}

/** One revision as stored; never deleted, never overwritten but for how it stands. */
export interface RevisionRecord extends UnitDayKey, Standing {
  readonly kind: ReportKind;
  readonly state: RevisionState;
  readonly submissionId: string;
  readonly contentHash: string;
  readonly content: DailyReportContent;
  readonly findings: readonly Finding[];
  readonly basedOn: number | null;
  readonly reason: RevisionReason | null;
  readonly reasonText: string | null;
  /** Absent on what changes nothing: the first revision, or one without a basis. */
  readonly change: RevisionChange | null;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly forwardedAt: string | null;
  /**
   * Number under which events and the OCU know it. Revisions that differ in withheld records alone are told as one: such
   * a one has that of the one before; beside a forwarded one it has none until it is forwarded itself.
   */
  readonly toldAs: number | null;
}

/** A revision without what makes it long. */
export type RevisionHead = Omit<RevisionRecord, 'content' | 'findings'>;

/** A change of state of a unit-day's revision, with who, when, from where and why. */
export interface StateChange extends Step {
  readonly at: string;
  /** The same instant on the unit's clocks, with their offset. */
  readonly localAt: string;
  readonly party: string;
  readonly origin: Origin;
  /** Given where the step has reasons: why it was returned, held or withdrawn, what was asked, what was answered. */
  readonly reasons?: readonly ReasonEntry[];
}
