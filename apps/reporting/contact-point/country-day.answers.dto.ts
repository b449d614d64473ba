import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsString, Matches, Min } from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import {
  COUNTRY_PATTERN,
  INSTANT_PATTERN,
  OPERATION_PATTERN,
  SHA256_PATTERN,
  UNIT_PATTERN,
} from '#libs/contracts/shapes.js';
import {
  HOLDING_PARTIES,
  REVISION_STATES,
  type Holder,
  type RevisionState,
} from '../daily-report/life-cycle/daily-report-states.domain.js';
import { CAPACITIES, type Capacity } from '../daily-report/daily-report.records.js';

const MAX_UNITS = 2_000;

class CountryDayRef {
  @Matches(OPERATION_PATTERN) operation!: string;
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsCalendarDay() operationDay!: string;
}

/** How one unit stands on the day. */
export class CountryDayUnit {
  @Matches(UNIT_PATTERN) unit!: string;
  /** False on a day on which the unit is closed. */
  @IsBoolean() expected!: boolean;
  /** `none`: no report. */
  @IsIn(['none', ...REVISION_STATES]) state!: RevisionState | 'none';
  /** Newest revision. */
  @Optional() @IsInt() @Min(1) revision?: number;
  @Optional() @Matches(INSTANT_PATTERN) submittedAt?: string;
  /** Newest forwarded revision. */
  @Optional() @IsInt() @Min(1) forwardedRevision?: number;
  @Optional() @Matches(INSTANT_PATTERN) forwardedAt?: string;
  /** Fixed at the first forwarding. */
  @Optional() @IsBoolean() onTime?: boolean;
  /** Who has to act; absent where nobody has to. */
  @Optional() @IsIn(HOLDING_PARTIES) holder?: Holder;
  /** Since when the report is in its state. */
  @Optional() @Matches(INSTANT_PATTERN) since?: string;
  /** Whole minutes for which the holder has had it. */
  @Optional() @IsInt() @Min(0) waitsMinutes?: number;
  /** Warnings among the findings of the newest revision. */
  @IsInt() @Min(0) warnings!: number;
}

/** The day of a country as its contact point sees it. */
export class CountryDayAnswer extends CountryDayRef {
  /** The instant (UTC) up to which forwardings are on time. */
  @Matches(INSTANT_PATTERN) cutOff!: string;
  @NestedList(() => CountryDayUnit, { max: MAX_UNITS }) units!: CountryDayUnit[];
}

export class SignatureUnitAnswer {
  @Matches(UNIT_PATTERN) unit!: string;
  /** Absent where nothing was forwarded. */
  @Optional() @IsInt() @Min(1) revision?: number;
  @Optional() @Matches(SHA256_PATTERN) contentHash?: string;
}

/** One signature; all are kept. */
export class SignatureAnswer {
  @IsInt() @Min(1) number!: number;
  @Matches(INSTANT_PATTERN) signedAt!: string;
  @IsString() signedBy!: string;
  @IsIn(CAPACITIES) capacity!: Capacity;
  /** SHA-256 over units, revisions and content hashes. */
  @Matches(SHA256_PATTERN) hash!: string;
  @NestedList(() => SignatureUnitAnswer, { max: MAX_UNITS }) units!: SignatureUnitAnswer[];
}

/** The signatures of a country's day, oldest first. */
export class NationalDayAnswer extends CountryDayRef {
  @NestedList(() => SignatureAnswer, { max: MAX_UNITS }) signatures!: SignatureAnswer[];
  /** Whether the newest signature stands under what is forwarded now. */
  @IsBoolean() matches!: boolean;
  /** Units whose report waits with the contact point: until they are settled nobody can sign. */
  @IsArray() @ArrayMaxSize(MAX_UNITS) @IsString({ each: true }) waiting!: string[];
  /** Units that should report and of which nothing was forwarded: who signs must confirm that they are missing. */
  @IsArray() @ArrayMaxSize(MAX_UNITS) @IsString({ each: true }) missing!: string[];
}
