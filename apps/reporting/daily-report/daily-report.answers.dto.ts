import { IsBoolean, IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { Finding } from '#libs/contracts/finding.dto.js';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import {
  INSTANT_PATTERN,
  OPERATION_PATTERN,
  SHA256_PATTERN,
  UNIT_PATTERN,
  UUID_PATTERN,
} from '#libs/contracts/shapes.js';
import {
  REPORT_KINDS,
  REVISION_REASONS,
  type ReportKind,
  type RevisionReason,
} from '#libs/contracts/vocabulary.js';
import {
  REVISION_ACTIONS,
  REVISION_STATES,
  type RevisionAction,
  type RevisionState,
} from './daily-report-states.domain.js';
import { MAX_FINDINGS } from './report-findings.domain.js';
import { ReturnReasonEntry } from './return-request.dto.js';

/** A finding with its sentence in the reader's language. */
export class WordedFinding extends Finding {
  @IsString() message!: string;
}

/** Which unit-day an answer is about. */
class UnitDayAnswer {
  @Matches(OPERATION_PATTERN) operation!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  @IsCalendarDay() operationDay!: string;
}

/** Which revision an answer is about. */
class RevisionRef extends UnitDayAnswer {
  @IsInt() @Min(1) revision!: number;
}

/** What a unit reads after it sent a report. */
export class DailyReportReceipt extends RevisionRef {
  @IsIn(REPORT_KINDS) kind!: ReportKind;
  @IsIn(REVISION_STATES) state!: RevisionState;
  @Matches(UUID_PATTERN) submissionId!: string;
  /** SHA-256 of the canonical content. */
  @Matches(SHA256_PATTERN) contentHash!: string;
  @Matches(INSTANT_PATTERN) receivedAt!: string;
  @NestedList(() => WordedFinding, { max: MAX_FINDINGS }) findings!: WordedFinding[];
  /** The content stood already in this revision: nothing new was stored. */
  @Optional() @IsInt() @Min(1) alreadyRevision?: number;
  /** The report was only checked: `revision` and `state` are those that it would have. */
  @Optional() @IsBoolean() dryRun?: boolean;
}

/** What a contact point reads after forwarding. */
export class ForwardReceipt extends RevisionRef {
  @IsIn(['forwarded']) state!: 'forwarded';
  @Matches(INSTANT_PATTERN) forwardedAt!: string;
  /** Fixed at the first forwarding of the unit-day. */
  @IsBoolean() onTime!: boolean;
}

/** What a contact point reads after returning. */
export class ReturnReceipt extends RevisionRef {
  @IsIn(['returned']) state!: 'returned';
}

/** A revision without its content; what it does not have is left out. */
export class RevisionSummary extends RevisionRef {
  @IsIn(REPORT_KINDS) kind!: ReportKind;
  @IsIn(REVISION_STATES) state!: RevisionState;
  @Matches(UUID_PATTERN) submissionId!: string;
  @Matches(SHA256_PATTERN) contentHash!: string;
  @Optional() @IsInt() @Min(1) basedOn?: number;
  @Optional() @IsIn(REVISION_REASONS) reason?: RevisionReason;
  @Optional() @IsString() @MaxLength(400) reasonText?: string;
  @Matches(INSTANT_PATTERN) submittedAt!: string;
  @IsString() submittedBy!: string;
  @Optional() @Matches(INSTANT_PATTERN) forwardedAt?: string;
}

/** A revision with its content and what is odd in it. */
export class RevisionAnswer extends RevisionSummary {
  @Nested(() => DailyReportContent) content!: DailyReportContent;
  @NestedList(() => WordedFinding, { max: MAX_FINDINGS }) findings!: WordedFinding[];
}

/** A change of state, with who, when and why. */
export class StateChangeAnswer {
  @IsInt() @Min(1) revision!: number;
  /** Absent where the revision came into being. */
  @Optional() @IsIn(REVISION_STATES) fromState?: RevisionState;
  @IsIn(REVISION_STATES) toState!: RevisionState;
  @IsIn(['submit', ...REVISION_ACTIONS]) action!: RevisionAction | 'submit';
  @Matches(INSTANT_PATTERN) at!: string;
  @IsString() party!: string;
  @Optional() @NestedList(() => ReturnReasonEntry, { max: 50 }) reasons?: ReturnReasonEntry[];
}

/** Everything that happened to the report of one day, oldest first. */
export class DailyReportHistory extends UnitDayAnswer {
  @NestedList(() => RevisionSummary, { max: 10_000 }) revisions!: RevisionSummary[];
  @NestedList(() => StateChangeAnswer, { max: 30_000 }) stateChanges!: StateChangeAnswer[];
}
