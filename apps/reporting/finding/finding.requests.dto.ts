import { IsIn, IsString, Length } from 'class-validator';
import { Optional } from '#libs/contracts/optional.js';
import { MAX_TEXT } from '#libs/contracts/shapes.js';
import { TEXT_LANGUAGES, type TextLanguage } from '#libs/contracts/vocabulary.js';

/** What the officer says about a finding: either a text with its language, or that the data is right as it stands. */
export class AnswerFindingRequest {
  @Optional() @IsString() @Length(1, MAX_TEXT) text?: string;
  @Optional() @IsIn(TEXT_LANGUAGES) language?: TextLanguage;
  @Optional() @IsIn([true]) confirmed?: true;
}

/** Why nothing more is asked about a finding. */
export class CloseFindingRequest {
  @IsString() @Length(1, MAX_TEXT) reason!: string;
  @IsIn(TEXT_LANGUAGES) language!: TextLanguage;
}
