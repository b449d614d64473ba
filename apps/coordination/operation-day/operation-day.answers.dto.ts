import { IsBoolean, IsIn, IsInt, Matches, Min } from 'class-validator';
import { BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { DayFigures, UnitCoverage } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { COUNTRY_PATTERN, INSTANT_PATTERN, OPERATION_PATTERN, UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { COVERAGE_STATES, type CoverageState } from '#libs/contracts/vocabulary.js';

/** An operation in the list. */
class OperationEntry {
  @Matches(OPERATION_PATTERN) code!: string;
  @IsInt() @Min(1) version!: number;
  @Nested(() => BilingualText) name!: BilingualText;
}

/** All operations by code. */
export class OperationList {
  @NestedList(() => OperationEntry, { max: 1000 }) operations!: OperationEntry[];
}

/** The Operation Plan in force. */
export class OperationAnswer {
  @IsInt() @Min(1) version!: number;
  @Nested(() => OperationPlan) plan!: OperationPlan;
}

/** Coverage of a unit as it stands now. */
export class LiveUnitCoverage extends UnitCoverage {
  /** The contact point holds the newest revision. */
  @IsBoolean() held!: boolean;
  /** A question of the OCU about the forwarded revision is open. */
  @IsBoolean() queried!: boolean;
}

/** A country whose contact point or deputy has signed the day. */
export class SignedCountry {
  @Matches(COUNTRY_PATTERN) country!: string;
  @Matches(INSTANT_PATTERN) signedAt!: string;
  @IsIn(['contact_point', 'deputy']) capacity!: 'contact_point' | 'deputy';
}

/** An operation day as it stands now. */
export class OperationDayAnswer extends DayFigures {
  @NestedList(() => LiveUnitCoverage, { max: 2000 }) declare coverage: LiveUnitCoverage[];

  @Matches(OPERATION_PATTERN) operation!: string;
  @IsCalendarDay() operationDay!: string;
  @Matches(INSTANT_PATTERN) cutOffAt!: string;
  /** From then on closing is proposed: cut-off, grace and its extension. */
  @Matches(INSTANT_PATTERN) proposedAt!: string;
  /** By code. */
  @NestedList(() => SignedCountry, { max: 60 }) signed!: SignedCountry[];
}

/** State and marks of a unit on one day. */
class UnitDayState {
  @Matches(UNIT_PATTERN) unit!: string;
  @IsIn(COVERAGE_STATES) state!: CoverageState;
  @IsBoolean() nil!: boolean;
  @IsBoolean() corrected!: boolean;
  @IsBoolean() held!: boolean;
  @IsBoolean() queried!: boolean;
}

/** Coverage of one day in numbers and unit by unit. */
export class DayCoverage {
  @IsCalendarDay() operationDay!: string;
  @Matches(INSTANT_PATTERN) cutOffAt!: string;
  /** From then on closing is proposed: cut-off, grace and its extension. */
  @Matches(INSTANT_PATTERN) proposedAt!: string;
  /** Units expected on the day, those whose report is in the figures, and those with a nil report. */
  @IsInt() @Min(0) unitsExpected!: number;
  @IsInt() @Min(0) unitsReported!: number;
  @IsInt() @Min(0) unitsNil!: number;
  /** Every unit of the plan, by id. */
  @NestedList(() => UnitDayState, { max: 2000 }) units!: UnitDayState[];
}

/** The coverage of every day of the operation as it stands now, in one answer. */
export class OperationDays {
  @Matches(OPERATION_PATTERN) operation!: string;
  @NestedList(() => DayCoverage, { max: 1000 }) days!: DayCoverage[];
}
