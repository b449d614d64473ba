import { type EntryRow } from '../entry-row.js';

/** What can be wrong with an audit trail; each has its own words in audit-messages.ts. */
export const AUDIT_FINDING_CODES = [
  'entry-altered',
  'last-altered',
  'hash-altered',
  'previous-altered',
  'entry-missing',
  'seal-missing',
  'order-changed',
  'entry-unsealed',
  'chain-truncated',
  'chain-contradicts',
  'checkpoint-altered',
  'checkpoint-key',
  'checkpoint-missing',
  'checkpoints-missing',
  'manifest-altered',
] as const;
export type AuditFindingCode = (typeof AUDIT_FINDING_CODES)[number];

/** Something that is wrong, and where. */
export interface AuditFinding {
  readonly code: AuditFindingCode;
  readonly service: string;
  /** In the chain; absent for an entry that is not in it. */
  readonly position?: number;
  /** Id of the row in `audit_entry`, where it is known. */
  readonly entry?: string;
  /** Checkpoint, bulletin or line that the finding is about. */
  readonly of?: string;
}

/** A seal and the entry that it names, in the order of the positions. */
export interface ChainRow {
  readonly position: number;
  readonly entryId: string;
  readonly previous: string;
  readonly hash: string;
  /** Undefined where the row is gone. */
  readonly entry: EntryRow | undefined;
}

/** A position whose hash somebody outside of the chain has vouched for. */
export interface NamedPosition {
  readonly service: string;
  readonly position: number;
  readonly hash: string;
  /** Checkpoint or bulletin that names it. */
  readonly by: string;
}

/** What is known of one chain after the check. */
export interface ChainReport {
  readonly service: string;
  /** Entries that were recomputed. */
  readonly count: number;
  readonly position: number;
  readonly hash: string;
  readonly findings: readonly AuditFinding[];
}
