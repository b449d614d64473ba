import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { MAX_TEXT } from '#libs/contracts/shapes.js';
import { TEXT_LANGUAGES, type TextLanguage } from '#libs/contracts/vocabulary.js';
import { FIELD_PATH_PATTERN } from '#libs/web/body/json-path.js';

/** Why something was done with a revision, or what is asked of it; at field level where it concerns a field. */
export class ReasonEntry {
  /** The field as findings name it, e.g. `lines[3].number`. */
  @Optional() @Matches(FIELD_PATH_PATTERN) @MaxLength(120) field?: string;
  @IsString() @Length(1, MAX_TEXT) text!: string;
  @IsIn(TEXT_LANGUAGES) language!: TextLanguage;
}

/** Why the contact point returns a revision to the unit, or holds it. */
export class ReasonsRequest {
  @NestedList(() => ReasonEntry, { min: 1, max: 50 }) reasons!: ReasonEntry[];
}

/** Why a revision is taken back. */
export class WithdrawRequest {
  @Nested(() => ReasonEntry) reason!: ReasonEntry;
}

/** What the Operation Coordination Unit asks about a forwarded revision. */
export class QueryRequest {
  @NestedList(() => ReasonEntry, { min: 1, max: 50 }) questions!: ReasonEntry[];
}

/** What the contact point answers; the report stays as it is. */
export class AnswerRequest {
  @IsString() @Length(1, MAX_TEXT) text!: string;
  @IsIn(TEXT_LANGUAGES) language!: TextLanguage;
}
