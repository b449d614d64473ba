import { IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, SHA256_PATTERN } from '#libs/contracts/shapes.js';
import {
  ACTOR_KINDS,
  AUDIT_ACTIONS,
  AUDIT_KINDS,
  type AuditAction,
  type AuditActor,
  type AuditKind,
} from '../audit-entry.js';

/** Entries of one answer at most. */
export const PAGE_SIZE = 100;

/** A sealed entry of the audit trail. */
export class AuditEntryAnswer {
  @IsInt() @Min(1) position!: number;
  @IsString() id!: string;
  @IsIn(AUDIT_KINDS) kind!: AuditKind;
  /** By the clock of the request. */
  @Matches(INSTANT_PATTERN) at!: string;
  /** By the clock of the database. */
  @Matches(INSTANT_PATTERN) recordedAt!: string;
  @IsIn(ACTOR_KINDS) actorKind!: AuditActor['kind'];
  @IsString() @MaxLength(100) actor!: string;
  @Optional() @IsString() role?: string;
  @Optional() @IsString() unit?: string;
  @Optional() @IsString() country?: string;
  @Optional() @IsString() network?: string;
  /** Absent for what concerns an account as a whole. */
  @Optional() @IsString() operation?: string;
  @IsIn(AUDIT_ACTIONS) action!: AuditAction;
  @Optional() @IsString() route?: string;
  @Optional() @IsString() objectKind?: string;
  @Optional() @IsString() objectId?: string;
  /** `done`, `unchanged`, or the code of a refusal. */
  @IsString() outcome!: string;
  @IsInt() @Min(1) count!: number;
  @Optional() @Matches(SHA256_PATTERN) beforeHash?: string;
  @Optional() @Matches(SHA256_PATTERN) afterHash?: string;
  @Matches(SHA256_PATTERN) hash!: string;
}

/** How far the chain of a service goes, and whether it was found whole. */
export class AuditChainAnswer {
  /** Last position; 0 for a chain that has not begun. */
  @IsInt() @Min(0) position!: number;
  @Optional() @Matches(SHA256_PATTERN) hash?: string;
  /** When its last entry was recorded. */
  @Optional() @Matches(INSTANT_PATTERN) sealedUpTo?: string;
  /** Entries that wait to be sealed. */
  @IsInt() @Min(0) unsealed!: number;
  /** When this process last recomputed the whole chain; absent while it has not yet. */
  @Optional() @Matches(INSTANT_PATTERN) verifiedAt?: string;
  /** Up to which position. */
  @Optional() @IsInt() @Min(0) verifiedUpTo?: number;
  /** What was found wrong; 0 is good. */
  @Optional() @IsInt() @Min(0) problems?: number;
}

/** A page of the audit trail of one service, the newest first. */
export class AuditPage {
  @NestedList(() => AuditEntryAnswer, { max: PAGE_SIZE }) entries!: AuditEntryAnswer[];
  /** Where the next page begins: ask with `before`. Absent on the last one. */
  @Optional() @IsInt() @Min(1) next?: number;
  @Nested(() => AuditChainAnswer) chain!: AuditChainAnswer;
}
