import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Optional } from '#libs/contracts/optional.js';
import {
  REVISION_CHANGES,
  REVISION_REASONS,
  type RevisionChange,
  type RevisionReason,
} from '#libs/contracts/vocabulary.js';

/** How the draft changes the report that the day already has; everything is left out where it has none. */
export class SendDraftRequest {
  /** Revision that the draft replaces. */
  @Optional() @IsInt() @Min(1) @Max(10_000) basedOn?: number;
  @Optional() @IsIn(REVISION_REASONS) reason?: RevisionReason;
  @Optional() @IsIn(REVISION_CHANGES) change?: RevisionChange;
  @Optional() @IsString() @MaxLength(400) reasonText?: string;
}
