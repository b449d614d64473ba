import { IsArray, IsIn, IsInt, Matches, Min } from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { Optional } from '#libs/contracts/optional.js';
import { OPERATION_PATTERN, SHA256_PATTERN, UNIT_PATTERN } from '#libs/contracts/shapes.js';

const CLOSING_STATES = ['open', 'sealing', 'closed'] as const;

/** How far the closing of a day has come. */
export class ClosingStatus {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  @IsIn(CLOSING_STATES) state!: (typeof CLOSING_STATES)[number];
  @IsInt() @Min(0) attempt!: number;
  /** Units whose seal has not arrived yet. */
  @IsArray() @Matches(UNIT_PATTERN, { each: true }) sealsAwaited!: string[];
  /** Units of which an event before the seal is missing: send their dead letters back, then propose the closing again. */
  @IsArray() @Matches(UNIT_PATTERN, { each: true }) eventsMissing!: string[];
  @Optional() @IsInt() @Min(1) number?: number;
  @Optional() @IsInt() @Min(0) revision?: number;
  @Optional() @Matches(SHA256_PATTERN) snapshotHash?: string;
}
