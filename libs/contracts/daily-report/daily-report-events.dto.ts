import { IsBoolean, IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { Nested, NestedList } from '../nested.js';
import { Optional } from '../optional.js';
import { Finding } from '../finding.dto.js';
import { IsCalendarDay } from '../is-calendar-day.js';
import {
  COUNTRY_PATTERN,
  INSTANT_PATTERN,
  OPERATION_PATTERN,
  SHA256_PATTERN,
  UNIT_PATTERN,
} from '../shapes.js';
import {
  FORWARDED_CHANGES,
  REPORT_KINDS,
  REVISION_REASONS,
  type ForwardedChange,
  type ReportKind,
  type RevisionReason,
} from '../vocabulary.js';
import { DailyReportContent } from './daily-report-content.dto.js';

/** What every event about a daily report says: which report, which revision. */
export class DailyReportRef {
  @Matches(OPERATION_PATTERN) operation!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  @IsCalendarDay() operationDay!: string;
  @IsInt() @Min(1) revision!: number;
  @IsIn(REPORT_KINDS) kind!: ReportKind;
}

/**
 * Metadata only: the OCU holds no unforwarded national data. No hash of the content either: equal ones of a returned report
 * and the next would show that they differ in withheld records alone.
 */
export class DailyReportSubmitted extends DailyReportRef {
  @Matches(INSTANT_PATTERN) submittedAt!: string;
}

/** The contact point returned the newest revision. Metadata only. */
export class DailyReportReturned extends DailyReportRef {
  @Matches(INSTANT_PATTERN) returnedAt!: string;
}

/** The contact point holds the newest revision until a question is settled. Metadata only. */
export class DailyReportHeld extends DailyReportRef {
  @Matches(INSTANT_PATTERN) heldAt!: string;
}

/** The unit took back a revision that was not forwarded. Metadata only. */
export class DailyReportWithdrawn extends DailyReportRef {
  @Matches(INSTANT_PATTERN) withdrawnAt!: string;
}

/** The OCU asks about a forwarded revision; the questions stay with the report. Metadata only. */
export class DailyReportQueried extends DailyReportRef {
  @Matches(INSTANT_PATTERN) queriedAt!: string;
}

/** The question about a forwarded revision is settled without a change. Metadata only. */
export class DailyReportQueryAnswered extends DailyReportRef {
  @Matches(INSTANT_PATTERN) answeredAt!: string;
}

/** A unit in a signed national day. */
export class SignedUnit {
  @Matches(UNIT_PATTERN) unit!: string;
  /** Newest forwarded revision; absent where there is none. */
  @Optional() @IsInt() @Min(1) revision?: number;
}

/** The contact point or a deputy signs that the country's day is complete as it stands. */
export class NationalDaySigned {
  @Matches(OPERATION_PATTERN) operation!: string;
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsCalendarDay() operationDay!: string;
  @Matches(INSTANT_PATTERN) signedAt!: string;
  @IsIn(['contact_point', 'deputy']) capacity!: 'contact_point' | 'deputy';
  @NestedList(() => SignedUnit, { max: 2000 }) units!: SignedUnit[];
}

/** Characters of sealed nominal values; the event as a whole has its own limit. */
const MAX_SEALED = 16_000_000;

/** The contact point forwarded a revision: the whole of it, without withheld records. */
export class DailyReportForwarded extends DailyReportRef {
  @Matches(INSTANT_PATTERN) submittedAt!: string;
  @Matches(INSTANT_PATTERN) forwardedAt!: string;
  /** Fixed at the first forwarding of this unit and day: forwarded at or before the cut-off. */
  @IsBoolean() onTime!: boolean;
  @Matches(SHA256_PATTERN) contentHash!: string;
  @Optional() @IsInt() @Min(1) basedOn?: number;
  @Optional() @IsIn(REVISION_REASONS) reason?: RevisionReason;
  /** How it changes what was forwarded before; absent on the first forwarding of the unit-day. */
  @Optional() @IsIn(FORWARDED_CHANGES) change?: ForwardedChange;
  @Optional() @IsString() @MaxLength(400) reasonText?: string;
  /** Where `nominal` is there, its nominal values are `*`, and numbers that are counted are pseudonyms. */
  @Nested(() => DailyReportContent) content!: DailyReportContent;
  /** What the country shares of the nominal values, sealed under its key of this operation (base64). */
  @Optional() @IsString() @MaxLength(MAX_SEALED) nominal?: string;
  @NestedList(() => Finding, { max: 20_000 }) findings!: Finding[];
}

/**
 * The seal of a unit and day: no event of this unit with a lower sequence is still on its way. Emitted on the
 * unit's own key at cut-off and at each closing attempt, also for a unit that reported nothing.
 */
export class OperationDaySealed {
  @Matches(OPERATION_PATTERN) operation!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  @IsCalendarDay() operationDay!: string;
  /** The closing attempt that asked for the seal. */
  @IsInt() @Min(1) attempt!: number;
  /** Sequence of the last event before the seal on this key; 0 where there was none. */
  @IsInt() @Min(0) lastSequence!: number;
  @Matches(INSTANT_PATTERN) sealedAt!: string;
}
