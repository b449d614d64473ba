import { IsBoolean, IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { BilingualText } from '#libs/contracts/bilingual-text.dto.js';
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
  REVISION_CHANGES,
  REVISION_REASONS,
  type ReportKind,
  type RevisionChange,
  type RevisionReason,
} from '#libs/contracts/vocabulary.js';
import { REVISION_STATES, type RevisionState } from './life-cycle/daily-report-states.domain.js';
import { MAX_FINDINGS } from './findings/report-findings.domain.js';
import { StateChangeAnswer } from './reading/state-change.answer.dto.js';

/** A finding with its sentence in the reader's language. */
export class WordedFinding extends Finding {
  @IsString() message!: string;
}

/** Which unit-day an answer is about. */
export class UnitDayAnswer {
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

/** How a revision stands after a step. */
export class StepReceipt extends RevisionRef {
  @IsIn(REVISION_STATES) state!: RevisionState;
}

/** A revision without its content; what it does not have is left out. */
export class RevisionSummary extends RevisionRef {
  @IsIn(REPORT_KINDS) kind!: ReportKind;
  @IsIn(REVISION_STATES) state!: RevisionState;
  /** In the country alone. */
  @Optional() @Matches(UUID_PATTERN) submissionId?: string;
  @Matches(SHA256_PATTERN) contentHash!: string;
  @Optional() @IsInt() @Min(1) basedOn?: number;
  @Optional() @IsIn(REVISION_REASONS) reason?: RevisionReason;
  @Optional() @IsString() @MaxLength(400) reasonText?: string;
  @Optional() @IsIn(REVISION_CHANGES) change?: RevisionChange;
  @Matches(INSTANT_PATTERN) submittedAt!: string;
  /** In the country alone. */
  @Optional() @IsString() submittedBy?: string;
  @Optional() @Matches(INSTANT_PATTERN) forwardedAt?: string;
  /** In the country alone: the number under which the OCU knows it, where it is another one. */
  @Optional() @IsInt() @Min(1) toldAs?: number;
}

/** A revision with its content and what is odd in it; to the OCU, what left the country of it. */
export class RevisionAnswer extends RevisionSummary {
  /** The marking line; where a record is for the OCU alone or stays in the country. */
  @Optional() @Nested(() => BilingualText) marking?: BilingualText;
  @Nested(() => DailyReportContent) content!: DailyReportContent;
  @NestedList(() => WordedFinding, { max: MAX_FINDINGS }) findings!: WordedFinding[];
  /** What the OCU asked about it and what was answered, oldest first. */
  @NestedList(() => StateChangeAnswer, { max: 1000 }) queries!: StateChangeAnswer[];
}
