import { type ReportKind } from '#libs/contracts/vocabulary.js';
import { type RevisionState } from '../daily-report/life-cycle/daily-report-states.domain.js';
import { type Capacity } from '../daily-report/daily-report.records.js';

/** How the report of one unit stands on a day; instants are UTC. */
export interface UnitStanding {
  readonly unit: string;
  readonly revision: number;
  readonly kind: ReportKind;
  readonly state: RevisionState;
  readonly submittedAt: string;
  /** Since when the newest revision is in its state. */
  readonly since: string;
  /** Findings of severity `warning` of the newest revision. */
  readonly warnings: number;
  readonly onTime: boolean | null;
  /** Newest forwarded revision, which counts. */
  readonly forwardedRevision: number | null;
  readonly forwardedAt: string | null;
  readonly forwardedHash: string | null;
  /** The number under which that revision is known abroad. */
  readonly toldAs: number | null;
}

/** What a signature says of one unit; without a revision where nothing was forwarded. */
export interface SignedUnitRecord {
  readonly unit: string;
  readonly revision?: number;
  readonly contentHash?: string;
  readonly toldAs?: number;
}

/** A signature of a country's day. */
export interface SignatureRecord {
  /** 1 for the first of the day. */
  readonly number: number;
  readonly signedAt: string;
  readonly signedBy: string;
  readonly capacity: Capacity;
  readonly hash: string;
  readonly units: readonly SignedUnitRecord[];
}

/** Names a country's day. */
export interface CountryDayKey {
  readonly operation: string;
  readonly country: string;
  readonly operationDay: string;
}
