import { IsArray, IsInt, IsObject, IsString, Matches, Min } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, MAX_LINES } from '#libs/contracts/shapes.js';
import { UnitDayAnswer, WordedFinding } from '../daily-report/daily-report.answers.dto.js';
import { MAX_FINDINGS } from '../daily-report/findings/report-findings.domain.js';

/** Fields named in one answer. */
export const MAX_NAMED = 1_000;

/** A line of a draft without what was entered, which stands in the content. */
export class DraftLineAnswer {
  @IsString() lineId!: string;
  /** Account of the officer who entered the line. */
  @IsString() author!: string;
  /** For `If-Match` when the line is saved. */
  @IsInt() @Min(1) version!: number;
}

/** A field that does not fit the rest. */
export class DraftProblem {
  @IsString() path!: string;
  @IsString() code!: string;
  @IsString() message!: string;
}

/** A draft as it would be sent now. */
export class DraftAnswer extends UnitDayAnswer {
  /** For `If-Match` when everything but the lines is saved. */
  @IsInt() @Min(1) version!: number;
  @Matches(INSTANT_PATTERN) changedAt!: string;
  @IsString() changedBy!: string;
  /** A daily report of which something may be missing. */
  @IsObject() content!: object;
  @NestedList(() => DraftLineAnswer, { max: MAX_LINES }) lines!: DraftLineAnswer[];
  /** Paths of required fields without a value. */
  @IsArray() @IsString({ each: true }) missing!: string[];
  @NestedList(() => DraftProblem, { max: MAX_NAMED }) problems!: DraftProblem[];
  /** Of what is entered completely. */
  @NestedList(() => WordedFinding, { max: MAX_FINDINGS }) findings!: WordedFinding[];
}

/** What was saved. */
export class DraftReceipt {
  /** Of the draft. */
  @IsInt() @Min(1) version!: number;
  @Optional() @IsInt() @Min(1) lineVersion?: number;
  /** Account of the officer who entered the line. */
  @Optional() @IsString() author?: string;
}

/** The draft is gone. */
export class DraftDiscarded extends UnitDayAnswer {}
