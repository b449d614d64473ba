import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Optional } from '../optional.js';
import { UUID_PATTERN } from '../shapes.js';
import {
  REVISION_CHANGES,
  REVISION_REASONS,
  type RevisionChange,
  type RevisionReason,
} from '../vocabulary.js';
import { DailyReportContent } from './daily-report-content.dto.js';

/**
 * What a unit (or its contact point, under the own name) sends. The submission id is made by the client before
 * sending, so that a repeated send is recognised.
 */
export class DailyReportSubmission extends DailyReportContent {
  @Matches(UUID_PATTERN) submissionId!: string;
  /** Revision that this one replaces; required, with a reason, when the day already has a report. */
  @Optional() @IsInt() @Min(1) @Max(10_000) basedOn?: number;
  @Optional() @IsIn(REVISION_REASONS) reason?: RevisionReason;
  /** With `basedOn`; absent means `correction`. */
  @Optional() @IsIn(REVISION_CHANGES) change?: RevisionChange;
  @Optional() @IsString() @MaxLength(400) reasonText?: string;
}
