import { type OracleReport, type OracleSubmission } from './oracle.types.js';

/** How a further forwarding changes what was told before. */
export type Change = 'correction' | 'supplement' | 'reported_later';

/** One thing that happened to a unit-day, in the order of the steps. Queries and answers change nothing that is counted. */
export interface Happening {
  readonly what: 'submitted' | 'held' | 'withdrawn' | 'returned' | 'forwarded';
  readonly atMs: number;
  readonly unit: string;
  readonly day: string;
  /** The unit's own number of the revision. */
  readonly revision: number;
  /** Number under which the revision is known abroad; absent where nobody there knows of it. */
  readonly number?: number;
  /** Nobody abroad learns that this happened: the number stands for an earlier revision, to which it happened before. */
  readonly isSilent?: true;
  /** The report of that revision as it was sent. */
  readonly report: OracleSubmission;
  /** What a forwarding told; absent where it told nothing new. */
  readonly told?: OracleReport;
  /** Absent on the first forwarding of the unit-day. */
  readonly change?: Change;
  /** Told with a forwarding: why the first revision of that number was sent. */
  readonly reason?: string;
}
