import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type BasisReference } from '../consolidation/basis.domain.js';
import { type UnfinishedText } from '../bulletin-text/bulletin-text.dto.js';

/** The closing of one operation day, or the making of its next edition; attempts are counted. */
export interface Closing {
  readonly attempt: number;
  /** `unchanged`: the newest attempt would have made a revised edition that says nothing else. */
  readonly state: 'sealing' | 'closed' | 'unchanged';
  /** Instant of the newest attempt (UTC); becomes the instant of closing. */
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly assessment: BilingualText | null;
  readonly override: BilingualText | null;
  /** Why a revised edition is made; null for the first edition. */
  readonly revisionReason: BilingualText | null;
  /** What the texts lacked when the last seal of the attempt had arrived. */
  readonly textsUnfinished: readonly UnfinishedText[];
}

/** A closed day in one edition with everything that fixes it. */
export interface ClosedDay {
  readonly operationDay: string;
  readonly revision: number;
  readonly number: number;
  readonly snapshotHash: string;
  readonly snapshot: DaySnapshot;
  readonly basis: readonly BasisReference[];
}

/** An edition of a closed day, without its snapshot. */
export interface EditionRecord {
  readonly revision: number;
  readonly number: number;
  readonly closedAt: string;
  readonly snapshotHash: string;
}

/** What kept an attempt from closing the day once its seals were in; nothing: it has ended. */
export interface ClosingOutcome {
  readonly unfinished: readonly UnfinishedText[];
}
