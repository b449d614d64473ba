import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { MAX_TEXT } from '#libs/contracts/shapes.js';
import { TEXT_LANGUAGES, type TextLanguage } from '#libs/contracts/vocabulary.js';

/** One reason for returning a report, at field level where it concerns a field. */
export class ReturnReasonEntry {
  /** JSON path of the field, e.g. `lines[3].number`. */
  @Optional() @IsString() @MaxLength(120) field?: string;
  @IsString() @Length(1, MAX_TEXT) text!: string;
  @IsIn(TEXT_LANGUAGES) language!: TextLanguage;
}

/** Why the contact point returns a revision to the unit. */
export class ReturnRequest {
  @NestedList(() => ReturnReasonEntry, { min: 1, max: 50 }) reasons!: ReturnReasonEntry[];
}
