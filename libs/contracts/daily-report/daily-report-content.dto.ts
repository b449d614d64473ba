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
import { NestedList } from '../nested.js';
import { Optional } from '../optional.js';
import { IsCalendarDay } from '../is-calendar-day.js';
import { INSTANT_WITH_OFFSET_PATTERN, MAX_COUNTER, MAX_LINES, MAX_TEXT } from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { CaseEntry } from './case-entry.dto.js';
import { ControlLine } from './control-line.dto.js';
import { FollowUp } from './follow-up.dto.js';

/**
 * Declared counters of one transport kind and regime. `profiled` and `examined` are required, the others may be left
 * out: blank is never zero.
 */
export class CounterEntry {
  @IsIn(vocabulary.TRANSPORT_KINDS) transportKind!: vocabulary.TransportKind;
  @IsIn(vocabulary.REGIMES) regime!: vocabulary.Regime;
  @IsInt() @Min(0) @Max(MAX_COUNTER) profiled!: number;
  @IsInt() @Min(0) @Max(MAX_COUNTER) examined!: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) selected?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) inspected?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) xRayed?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) sampled?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) fieldTested?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) dog?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) weighed?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) withDiscrepancy?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) detained?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) seized?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) released?: number;
  @Optional() @IsInt() @Min(0) @Max(MAX_COUNTER) pending?: number;
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
  @Optional() @IsIn(vocabulary.NIL_REASONS) nilReason?: vocabulary.NilReason;
  /** When the unit prepared it, with the unit's offset. */
  @Matches(INSTANT_WITH_OFFSET_PATTERN) preparedAt!: string;
  @Optional() @IsString() @MaxLength(120) authorFunction?: string;
  @Optional() @IsIn(vocabulary.TEXT_LANGUAGES) language?: vocabulary.TextLanguage;
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  equipmentOutOfOrder?: string[];
  @Optional()
  @NestedList(() => CounterEntry, { max: 12 })
  counters?: CounterEntry[];
  @Optional()
  @NestedList(() => ControlLine, { max: MAX_LINES })
  lines?: ControlLine[];
  @Optional()
  @NestedList(() => CaseEntry, { max: 100 })
  cases?: CaseEntry[];
  /** What became known on this day of lines and cases of this day or earlier ones. */
  @Optional()
  @NestedList(() => FollowUp, { max: 500 })
  followUps?: FollowUp[];
  @Optional()
  @NestedList(() => Remark, { max: 20 })
  remarks?: Remark[];
}
