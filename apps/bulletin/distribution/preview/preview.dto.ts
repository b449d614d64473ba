import { IsBoolean, IsIn, IsInt, IsString, Matches, Min } from 'class-validator';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { COUNTRY_PATTERN, OPERATION_PATTERN, UNIT_PATTERN } from '#libs/contracts/shapes.js';
import { EMAIL_CONTENTS, type EmailContent } from '../configuration/distribution-file.dto.js';
import { CHANNELS, type Channel } from '../ledger/delivery-states.domain.js';
import { RecipientKeyAnswer } from '../ledger/ledger.dto.js';

/** What the cover sheet asks of the country. */
export class AskedAnswer {
  /** Units whose report is awaited. */
  @Matches(UNIT_PATTERN, { each: true }) awaitedUnits!: string[];
  /** Cases without a laboratory result. */
  @IsInt() @Min(0) laboratoryResults!: number;
  /** Cases of the country in the bulletin, and others in which it is recorded. */
  @IsInt() @Min(0) cases!: number;
  @IsInt() @Min(0) furtherCases!: number;
  /** Data-quality notes about own reports. */
  @IsInt() @Min(0) notes!: number;
}

/** What a country will get and see. */
export class CountryPreviewAnswer {
  @Matches(COUNTRY_PATTERN) country!: string;
  @IsIn(CHANNELS, { each: true }) channels!: Channel[];
  /** Functional mailboxes. */
  @IsString({ each: true }) mailboxes!: string[];
  @Optional() @IsIn(EMAIL_CONTENTS) emailContent?: EmailContent;
  @Optional() @IsString() webhook?: string;
  @Optional() @Nested(() => RecipientKeyAnswer) key?: RecipientKeyAnswer;
  @Nested(() => AskedAnswer) asked!: AskedAnswer;
}

/** The distribution of a bulletin before it is issued. */
export class PreviewAnswer {
  @Matches(OPERATION_PATTERN) operation!: string;
  @IsInt() @Min(1) number!: number;
  @IsInt() @Min(0) revision!: number;
  @IsBoolean() issued!: boolean;
  /** Hours after the issue until which an acknowledgement is asked for. */
  @IsInt() @Min(1) acknowledgeWithinHours!: number;
  @NestedList(() => CountryPreviewAnswer, { max: 60 }) countries!: CountryPreviewAnswer[];
}
