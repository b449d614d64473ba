import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IsCalendarDay } from '../is-calendar-day.js';
import { Nested, NestedList } from '../nested.js';
import { BULLETIN_KINDS, type BulletinKind } from '../operation-day/day-snapshot.dto.js';
import { Optional } from '../optional.js';
import { INSTANT_PATTERN, KEY_ID_PATTERN, OPERATION_PATTERN, SHA256_PATTERN } from '../shapes.js';
import { BulletinFile } from './bulletin-events.dto.js';

/** `typ` of the signature over a manifest of this version. */
export const MANIFEST_TYP = 'caravanserai-bulletin-manifest-v1+jws';

/** The bulletin of the operation that was issued just before, whatever its number. */
export class PreviousManifest {
  @IsInt() @Min(1) number!: number;
  @IsInt() @Min(0) revision!: number;
  /** SHA-256 of its manifest. */
  @Matches(SHA256_PATTERN) manifestHash!: string;
}

/** How far the audit trail of a service went. */
export class AuditChainEnd {
  @Matches(/^[a-z]{1,40}$/) service!: string;
  /** Number of the last entry that is covered. */
  @IsInt() @Min(1) sequence!: number;
  @Matches(SHA256_PATTERN) hash!: string;
}

/** A place in the audit trail; whoever holds the bulletin can prove that nothing before it was changed later. */
export class AuditCheckpoint {
  /** Number of the last entry that is covered. */
  @IsInt() @Min(1) sequence!: number;
  /** Hash of the chain up to and including it. */
  @Matches(SHA256_PATTERN) hash!: string;
  /** The trails of the other services; `sequence` and `hash` are those of the service that issues bulletins. */
  @Optional() @NestedList(() => AuditChainEnd, { max: 20 }) others?: AuditChainEnd[];
}

/**
 * What is signed of an issued bulletin: the hashes of its files and what they were made from. The bytes that are hashed
 * and signed are its canonical JSON (RFC 8785) in UTF-8. The manifests of an operation form a chain in the order of issue.
 */
export class BulletinManifest {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  @IsInt() @Min(1) number!: number;
  /** 0 is the first edition. */
  @IsInt() @Min(0) revision!: number;
  @IsIn(BULLETIN_KINDS) kind!: BulletinKind;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsIn(['en', 'ru'], { each: true }) languages!: (
    'en' | 'ru'
  )[];
  /** By language, then format. */
  @NestedList(() => BulletinFile, { min: 1, max: 10 })
  files!: BulletinFile[];
  @Matches(SHA256_PATTERN) snapshotHash!: string;
  /** Absent in the first manifest of an operation. */
  @Optional() @Nested(() => PreviousManifest) previous?: PreviousManifest;
  /** When reports of the day were due. */
  @Matches(INSTANT_PATTERN) cutOffAt!: string;
  @Matches(INSTANT_PATTERN) closedAt!: string;
  @Matches(INSTANT_PATTERN) issuedAt!: string;
  @Optional() @Nested(() => AuditCheckpoint) auditCheckpoint?: AuditCheckpoint;
  /** RFC 7638 thumbprint of the key that signs. */
  @Matches(KEY_ID_PATTERN) keyId!: string;
  @IsString() @MaxLength(64) rendererVersion!: string;
  @IsString() @MaxLength(64) referenceVersion!: string;
}
