import { IsIn, IsString, MaxLength } from 'class-validator';
import { Optional } from './optional.js';

/** `info`: understood, and told how; `confirm`: the officer is asked to confirm; `warning`: a person should look. */
export const FINDING_SEVERITIES = ['info', 'confirm', 'warning'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** Odd data that was accepted and flagged. The text in the reader's language comes from the code (libs/reference/findings). */
export class Finding {
  /** Code of the closed list in libs/reference/findings, e.g. `identifier.check-digit`. */
  @IsString() @MaxLength(60) code!: string;
  @IsIn(FINDING_SEVERITIES) severity!: FindingSeverity;
  /** JSON path of the field inside the report, e.g. `lines[3].number`. */
  @IsString() @MaxLength(120) field!: string;
  /** What the check expected or understood, e.g. the right check digit. */
  @Optional() @IsString() @MaxLength(120) detail?: string;
}
