import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested } from '../nested.js';
import { Optional } from '../optional.js';
import { COUNTRY_PATTERN, INSTANT_WITH_OFFSET_PATTERN } from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { BilingualText } from '../bilingual-text.dto.js';
import { Quantity } from './quantity.dto.js';

/** Seizure, detention or discrepancy worth telling. A seizure counts once, for the country that seized. */
export class CaseEntry {
  /** Made by the client; the same case keeps it over revisions and messages. */
  @IsString() @Length(1, 64) caseId!: string;
  @IsIn(vocabulary.CASE_KINDS) kind!: vocabulary.CaseKind;
  @Optional() @Matches(INSTANT_WITH_OFFSET_PATTERN) at?: string;
  @Optional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  lineIds?: string[];
  @IsString() @Length(1, 200) substance!: string;
  @Optional() @IsString() @MaxLength(60) chemical?: string;
  @IsIn(vocabulary.CERTAINTIES) certainty!: vocabulary.Certainty;
  @Optional() @Nested(() => Quantity) quantity?: Quantity;
  @Optional() @IsIn(['gross', 'net']) basis?: 'gross' | 'net';
  @Optional() @IsInt() @Min(0) @Max(1_000_000) packages?: number;
  @Optional() @IsString() @MaxLength(400) concealment?: string;
  @Optional() @IsIn(vocabulary.METHODS) detectionMethod?: vocabulary.Method;
  @Optional() @IsString() @MaxLength(120) riskIndicator?: string;
  @Optional() @IsInt() @Min(0) @Max(1000) personsDetained?: number;
  /** Countries; they can be two. */
  @Matches(COUNTRY_PATTERN) detectedBy!: string;
  @Optional() @Matches(COUNTRY_PATTERN) seizedBy?: string;
  @Optional() @IsString() @MaxLength(400) wanted?: string;
  /** Short non-nominal text for the bulletin, in both languages. */
  @Optional() @Nested(() => BilingualText) bulletinText?: BilingualText;
  @Optional() @IsIn(vocabulary.HANDLINGS) handling?: vocabulary.Handling;
}
