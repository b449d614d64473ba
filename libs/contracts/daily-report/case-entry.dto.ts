import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { COUNTRY_PATTERN, INSTANT_WITH_OFFSET_PATTERN } from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { BilingualText } from '../bilingual-text.dto.js';
import { Quantity } from './quantity.dto.js';

/** Seizure, detention or discrepancy worth telling. A seizure counts once, for the country that seized. */
export class CaseEntry {
  /** Made by the client; the same case keeps it over revisions and messages. */
  @IsString() @Length(1, 64) caseId!: string;
  @IsIn(vocabulary.CASE_KINDS) kind!: vocabulary.CaseKind;
  @IsOptional() @Matches(INSTANT_WITH_OFFSET_PATTERN) at?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  lineIds?: string[];
  @IsString() @Length(1, 200) substance!: string;
  @IsOptional() @IsString() @MaxLength(60) chemical?: string;
  @IsIn(vocabulary.CERTAINTIES) certainty!: vocabulary.Certainty;
  @IsOptional() @ValidateNested() @Type(() => Quantity) quantity?: Quantity;
  @IsOptional() @IsIn(['gross', 'net']) basis?: 'gross' | 'net';
  @IsOptional() @IsInt() @Min(0) @Max(1_000_000) packages?: number;
  @IsOptional() @IsString() @MaxLength(400) concealment?: string;
  @IsOptional() @IsIn(vocabulary.METHODS) detectionMethod?: vocabulary.Method;
  @IsOptional() @IsString() @MaxLength(120) riskIndicator?: string;
  @IsOptional() @IsInt() @Min(0) @Max(1000) personsDetained?: number;
  /** Countries; they can be two. */
  @Matches(COUNTRY_PATTERN) detectedBy!: string;
  @IsOptional() @Matches(COUNTRY_PATTERN) seizedBy?: string;
  @IsOptional() @IsString() @MaxLength(400) wanted?: string;
  /** Short non-nominal text for the bulletin, in both languages. */
  @IsOptional() @ValidateNested() @Type(() => BilingualText) bulletinText?: BilingualText;
  @IsOptional() @IsIn(vocabulary.HANDLINGS) handling?: vocabulary.Handling;
}
