import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { REVISION_REASONS, type RevisionReason } from '../vocabulary.js';
import { DailyReportContent } from './daily-report-content.dto.js';

/**
 * What a unit (or its contact point, under the own name) sends. The submission id is made by the client before
 * sending, so that a repeated send is recognised.
 */
export class DailyReportSubmission extends DailyReportContent {
  @IsUUID() submissionId!: string;
  /** Revision that this one replaces; required, with a reason, when the day already has a report. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000) basedOn?: number;
  @IsOptional() @IsIn(REVISION_REASONS) reason?: RevisionReason;
  @IsOptional() @IsString() @MaxLength(400) reasonText?: string;
}
