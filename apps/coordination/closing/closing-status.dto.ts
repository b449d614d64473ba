import { IsArray, IsIn, IsInt, Matches, Min } from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, OPERATION_PATTERN, SHA256_PATTERN, UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { UnfinishedText } from '../bulletin-text/bulletin-text.dto.js';

/**
 * `revising`: the day is closed and its next edition waits for seals; `unchanged`: it is closed, and the newest edition
 * already says what the next one would have said.
 */
export const CLOSING_STATES = ['open', 'sealing', 'closed', 'revising', 'unchanged'] as const;

/** An edition of a closed day; each stays as it was made. */
export class Edition {
  @IsInt() @Min(0) revision!: number;
  @IsInt() @Min(1) number!: number;
  @Matches(INSTANT_PATTERN) closedAt!: string;
  @Matches(SHA256_PATTERN) snapshotHash!: string;
}

/** How far the closing of a day, or its next edition, has come. */
export class ClosingStatus {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  @IsIn(CLOSING_STATES) state!: (typeof CLOSING_STATES)[number];
  @IsInt() @Min(0) attempt!: number;
  /** Units whose seal has not arrived yet. */
  @IsArray() @Matches(UNIT_PATTERN, { each: true }) sealsAwaited!: string[];
  /** Units of which an event before the seal is missing: send their dead letters back, then propose the closing again. */
  @IsArray() @Matches(UNIT_PATTERN, { each: true }) eventsMissing!: string[];
  /** Texts that kept the attempt from closing the day: finish them, then propose the closing again. */
  @NestedList(() => UnfinishedText, { max: 100_000 }) textsUnfinished!: UnfinishedText[];
  /** Number, revision and hash of the newest edition. */
  @Optional() @IsInt() @Min(1) number?: number;
  @Optional() @IsInt() @Min(0) revision?: number;
  @Optional() @Matches(SHA256_PATTERN) snapshotHash?: string;
  /** The first one first. */
  @NestedList(() => Edition, { max: 1000 }) editions!: Edition[];
}
