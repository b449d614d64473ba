import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type BasisReference } from '../consolidation/basis.domain.js';

/** The closing of one operation day; attempts are counted. */
export interface Closing {
  readonly attempt: number;
  readonly state: 'sealing' | 'closed';
  /** Instant of the newest attempt (UTC); becomes the instant of closing. */
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly assessment: BilingualText | null;
  readonly override: BilingualText | null;
}

/** A closed day with everything that fixes it. */
export interface ClosedDay {
  readonly operationDay: string;
  readonly revision: number;
  readonly number: number;
  readonly snapshotHash: string;
  readonly snapshot: DaySnapshot;
  readonly basis: readonly BasisReference[];
}
