import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsCalendarDay } from '../is-calendar-day.js';
import { Nested } from '../nested.js';
import { Optional } from '../optional.js';
import { INSTANT_WITH_OFFSET_PATTERN } from '../shapes.js';
import * as vocabulary from '../vocabulary.js';
import { Quantity } from './quantity.dto.js';

/**
 * What became known later of a line or a case: a laboratory result, a decision (release, seizure, return), the final
 * quantity. It refers to either a case of the operation (`caseId`) or a line of this unit (`lineDay` and `lineId`).
 */
export class FollowUp {
  /** Made by the client, unique in the report, kept over revisions. */
  @IsString() @Length(1, 64) followUpId!: string;
  @IsIn(vocabulary.FOLLOW_UP_KINDS) kind!: vocabulary.FollowUpKind;
  @Optional() @IsString() @Length(1, 64) caseId?: string;
  /** Operation day of the line that `lineId` names. */
  @Optional() @IsCalendarDay() lineDay?: string;
  @Optional() @IsString() @Length(1, 64) lineId?: string;
  @Optional() @Matches(INSTANT_WITH_OFFSET_PATTERN) at?: string;
  /** Required for `laboratory_result`, absent otherwise. */
  @Optional() @IsIn(vocabulary.LABORATORY_RESULTS) result?: vocabulary.LaboratoryResult;
  /** What the laboratory named. */
  @Optional() @IsString() @Length(1, 200) substance?: string;
  @Optional() @IsString() @MaxLength(60) chemical?: string;
  /** Required for `decision`, absent otherwise; never `pending`. */
  @Optional() @IsIn(vocabulary.OUTCOMES) outcome?: vocabulary.Outcome;
  /** Required for `final_quantity`, absent otherwise. */
  @Optional() @Nested(() => Quantity) quantity?: Quantity;
  /** Absent means `routine`. */
  @Optional() @IsIn(vocabulary.HANDLINGS) handling?: vocabulary.Handling;
}
