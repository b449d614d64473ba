import { type BulletinKind } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type BulletinFile } from '#libs/contracts/bulletin/bulletin-events.dto.js';
import { type BulletinState } from './bulletin-states.domain.js';

/** Which bulletin: the number within the operation, and its edition (0 is the first). */
export interface BulletinKey {
  readonly operation: string;
  readonly number: number;
  readonly revision: number;
}

/** A bulletin without its content. Instants in UTC. */
export interface BulletinRecord extends BulletinKey {
  readonly operationDay: string;
  readonly kind: BulletinKind;
  readonly state: BulletinState;
  readonly closedAt: string;
  readonly snapshotHash: string;
  readonly issuedAt: string | null;
  /** Versions that the bytes of an issued bulletin were made with. */
  readonly referenceVersion: string | null;
  readonly rendererVersion: string | null;
  /** Of the signed manifest; null for drafts and for what was issued before bulletins were signed. */
  readonly manifestHash: string | null;
  readonly keyId: string | null;
}

/** A file of an issued bulletin without its bytes. */
export interface FileRecord extends BulletinFile {
  /** Characters that the PDF prints as a box, because no font has them. */
  readonly charactersWithoutGlyph: readonly string[];
}

export interface StoredFile extends FileRecord {
  readonly bytes: Buffer;
}

/** What the act of issuing adds to a draft. */
export interface Issue {
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly referenceVersion: string;
  readonly rendererVersion: string;
  readonly files: readonly StoredFile[];
}
