import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { INSTANT_PATTERN, OPERATION_PATTERN } from '#libs/contracts/shapes.js';

/** How much longer than the Plan says the reports of a day are awaited before closing is proposed. */
export class GraceDecision {
  /** Minutes after the Plan's grace, at most a week; replaces the decision before. */
  @IsInt() @Min(0) @Max(10_080) minutes!: number;
}

/** The extended grace of a day. */
export class GraceAnswer {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  @IsInt() @Min(0) minutes!: number;
  @Matches(INSTANT_PATTERN) decidedAt!: string;
  @IsString() @MaxLength(200) decidedBy!: string;
  /** From then on closing is proposed. */
  @Matches(INSTANT_PATTERN) proposedAt!: string;
}
