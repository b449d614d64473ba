import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../nested.js';
import { Optional } from '../optional.js';
import { BilingualText } from '../bilingual-text.dto.js';
import { IsCalendarDay } from '../is-calendar-day.js';
import {
  COUNTRY_PATTERN,
  EMAIL_PATTERN,
  OPERATION_PATTERN,
  SHA256_PATTERN,
  UNIT_PATTERN,
} from '../shapes.js';
import { TRANSPORT_KINDS, type TransportKind } from '../vocabulary.js';

/** Time of day `HH:MM`. */
const TIME_PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;
const ZONE_PATTERN = /^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_-]+){1,2}$/;

/** A Port Control Unit that takes part. */
export class PlanUnit {
  @Matches(UNIT_PATTERN) id!: string;
  @Matches(COUNTRY_PATTERN) country!: string;
  @Nested(() => BilingualText) name!: BilingualText;
  /** IANA time zone: operation days are local to the unit. */
  @Matches(ZONE_PATTERN) timeZone!: string;
  /** Counters are declared only for the transport kinds the unit handles. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsIn(TRANSPORT_KINDS, { each: true })
  transportKinds!: TransportKind[];
  /** Days (inclusive) on which this unit is closed and not expected to report. */
  @Optional() @IsArray() @ArrayMaxSize(60) @IsCalendarDay({ each: true }) closedDays?: string[];
  /** Functional mailbox for reminders. */
  @Optional() @Matches(EMAIL_PATTERN) @MaxLength(200) email?: string;
}

/** Who acts as national contact point. */
export class ContactPoint {
  /** Functional mailbox for reminders. */
  @Optional() @Matches(EMAIL_PATTERN) @MaxLength(200) email?: string;
  /** Account names; where they are given, nobody else acts as contact point of the country. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  holders?: string[];
  /** Account names of the deputies: they act under their own name, marked as deputies. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  deputies?: string[];
}

/** When units and contact points are reminded of a report that is not there; minutes. */
export class ReminderRule {
  @IsArray()
  @ArrayMaxSize(5)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2880, { each: true })
  beforeCutOffMinutes!: number[];
  @IsArray()
  @ArrayMaxSize(5)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2880, { each: true })
  afterCutOffMinutes!: number[];
}

/** How much of a country's data the other participants may see in national views. */
export const SHARING_PROFILES = ['full', 'without_names', 'totals_only'] as const;
export type SharingProfile = (typeof SHARING_PROFILES)[number];

export class ParticipatingCountry {
  @Matches(COUNTRY_PATTERN) code!: string;
  @IsIn(SHARING_PROFILES) sharing!: SharingProfile;
  /** Public holidays: a nil report is likely; reports stay expected. */
  @Optional() @IsArray() @ArrayMaxSize(60) @IsCalendarDay({ each: true }) holidays?: string[];
  @Optional() @Nested(() => ContactPoint) contactPoint?: ContactPoint;
}

/** The Operation Plan: everything specific to one operation (config/operations/<code>.yaml). */
export class OperationPlan {
  @Matches(OPERATION_PATTERN) code!: string;
  @Nested(() => BilingualText) name!: BilingualText;
  @IsCalendarDay() firstDay!: string;
  @IsCalendarDay() lastDay!: string;
  /** Time zone of the Operation Coordination Unit; cut-offs are told in it. */
  @Matches(ZONE_PATTERN) coordinationTimeZone!: string;
  /** Local time at which a unit's operation day begins; a control belongs to the day in which it ended. */
  @Matches(TIME_PATTERN) dayStartsAt!: string;
  /** Cut-off on the following day, in the coordination time zone. */
  @Matches(TIME_PATTERN) cutOff!: string;
  /** Minutes after the cut-off until closing is proposed. */
  @IsInt() @Min(0) @Max(2880) graceMinutes!: number;
  /**
   * Hours after its submission at which a report forwards itself, if the contact point neither forwarded, returned nor
   * held it until then; absent: never. Of revisions that are told as one, the first submission counts.
   */
  @Optional() @IsInt() @Min(1) @Max(72) forwardAfterHours?: number;
  /** Last day for which follow-ups are taken after the operation; absent: its last day. */
  @Optional() @IsCalendarDay() followUpsUntil?: string;
  /**
   * Days after the last day for which follow-ups are taken until nominal data may be erased by destroying its keys;
   * absent: 365.
   */
  @Optional() @IsInt() @Min(0) @Max(7300) retentionDays?: number;
  /** Absent: nobody is reminded. */
  @Optional() @Nested(() => ReminderRule) reminders?: ReminderRule;
  @Nested(() => BilingualText) marking!: BilingualText;
  @Nested(() => BilingualText) contact!: BilingualText;
  /** Goods in scope, as one sentence for the bulletin. */
  @Nested(() => BilingualText) scope!: BilingualText;
  /** Chemicals listed by the Plan beside the controlled list, by reference id. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  listedChemicals?: string[];
  @NestedList(() => ParticipatingCountry, { min: 1, max: 60 })
  countries!: ParticipatingCountry[];
  @NestedList(() => PlanUnit, { min: 1, max: 2000 })
  units!: PlanUnit[];
  /** Where the published facts of the plan come from; printed nowhere, kept for readers of the file. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @Length(1, 400, { each: true })
  sources?: string[];
  /** Closing is proposed by the system at cut-off and grace; absent: a person proposes it. */
  @Optional() @IsBoolean() closeAutomatically?: boolean;
}

/** State event: a version of an operation's plan. Consumers keep the highest version. */
export class OperationPlanPublished {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsInt() @Min(1) version!: number;
  @Matches(SHA256_PATTERN) planHash!: string;
  @Nested(() => OperationPlan) plan!: OperationPlan;
}
