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
import { IsCalendarDay } from '../is-calendar-day.js';
import { INSTANT_WITH_OFFSET_PATTERN, MAX_COUNTER, MAX_LINES, MAX_TEXT } from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { CaseEntry } from './case-entry.dto.js';
import { ControlLine } from './control-line.dto.js';

/**
 * Declared counters of one transport kind and regime. `profiled` and `examined` are required, the others may be left
 * out: blank is never zero.
 */
export class CounterEntry {
  @IsIn(vocabulary.TRANSPORT_KINDS) transportKind!: vocabulary.TransportKind;
  @IsIn(vocabulary.REGIMES) regime!: vocabulary.Regime;
  @IsInt() @Min(0) @Max(MAX_COUNTER) profiled!: number;
  @IsInt() @Min(0) @Max(MAX_COUNTER) examined!: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) selected?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) inspected?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) xRayed?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) sampled?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) fieldTested?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) dog?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) weighed?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) withDiscrepancy?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) detained?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) seized?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) released?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MAX_COUNTER) pending?: number;
}

/** Free text of an officer with its language. */
export class Remark {
  @IsString() @Length(1, MAX_TEXT) text!: string;
  @IsIn(vocabulary.TEXT_LANGUAGES) language!: vocabulary.TextLanguage;
}

/** What a daily report says of its day (domain: "the pre-determined format"). */
export class DailyReportContent {
  @IsCalendarDay() operationDay!: string;
  @IsIn(vocabulary.REPORT_KINDS) kind!: vocabulary.ReportKind;
  /** Required for kind `nil`, absent otherwise. */
  @IsOptional() @IsIn(vocabulary.NIL_REASONS) nilReason?: vocabulary.NilReason;
  /** When the unit prepared it, with the unit's offset. */
  @Matches(INSTANT_WITH_OFFSET_PATTERN) preparedAt!: string;
  @IsOptional() @IsString() @MaxLength(120) authorFunction?: string;
  @IsOptional() @IsIn(vocabulary.TEXT_LANGUAGES) language?: vocabulary.TextLanguage;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  equipmentOutOfOrder?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => CounterEntry)
  counters?: CounterEntry[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @ValidateNested({ each: true })
  @Type(() => ControlLine)
  lines?: ControlLine[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CaseEntry)
  cases?: CaseEntry[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => Remark)
  remarks?: Remark[];
}
