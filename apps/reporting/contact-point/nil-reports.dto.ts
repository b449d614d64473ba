import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Min,
} from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { COUNTRY_PATTERN, OPERATION_PATTERN, UNIT_PATTERN, UUID_PATTERN } from '#libs/contracts/shapes.js';
import { NIL_REASONS, type NilReason } from '#libs/contracts/vocabulary.js';

const MAX_UNITS = 2_000;

/** Nil reports of several units, sent by the contact point under its own name. */
export class NilReportsRequest {
  /** Made by the client before sending, so that a repeated send is recognised. */
  @Matches(UUID_PATTERN) submissionId!: string;
  @IsCalendarDay() operationDay!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_UNITS)
  @Matches(UNIT_PATTERN, { each: true })
  units!: string[];
  @IsIn(NIL_REASONS) reason!: NilReason;
  /** Forwards each report at once. */
  @Optional() @IsBoolean() forward?: boolean;
}

export const NIL_OUTCOMES = ['submitted', 'forwarded', 'refused'] as const;

/** Why the report of one unit was not taken, or not forwarded. */
export class NilReportProblem {
  @IsString() code!: string;
  @IsString() detail!: string;
}

/** What became of the report of one unit. */
export class NilReportOutcome {
  @Matches(UNIT_PATTERN) unit!: string;
  @IsIn(NIL_OUTCOMES) outcome!: (typeof NIL_OUTCOMES)[number];
  @Optional() @IsInt() @Min(1) revision?: number;
  @Optional() @IsBoolean() onTime?: boolean;
  @Optional() @Nested(() => NilReportProblem) problem?: NilReportProblem;
}

/** What became of the reports, in the order of the request. */
export class NilReportsAnswer {
  @Matches(OPERATION_PATTERN) operation!: string;
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsCalendarDay() operationDay!: string;
  @NestedList(() => NilReportOutcome, { max: MAX_UNITS }) outcomes!: NilReportOutcome[];
}
