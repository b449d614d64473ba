import { IsInt, Matches, Min } from 'class-validator';
import { Nested } from '../nested.js';
import { IsCalendarDay } from '../is-calendar-day.js';
import { INSTANT_PATTERN, OPERATION_PATTERN, SHA256_PATTERN } from '../shapes.js';
import { DaySnapshot } from './day-snapshot.dto.js';

/** A person of the OCU proposes to close the day: reporting answers with a seal for every unit of the plan. */
export class OperationDayClosingRequested {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  /** 1, 2, 3 … for each closing attempt of this day. */
  @IsInt() @Min(1) attempt!: number;
  @Matches(INSTANT_PATTERN) requestedAt!: string;
}

/** The day is closed: its basis, number and revision are fixed. At most 512 kB. */
export class OperationDayClosed {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of the snapshot. */
  @Matches(SHA256_PATTERN) snapshotHash!: string;
  @Nested(() => DaySnapshot) snapshot!: DaySnapshot;
}
