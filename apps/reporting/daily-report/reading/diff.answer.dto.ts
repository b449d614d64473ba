import { Allow, IsIn, IsInt, IsString, MaxLength, Min } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { UnitDayAnswer } from '../daily-report.answers.dto.js';
import { DIFFERENCE_KINDS, type DifferenceKind } from './report-diff.domain.js';

/** A field in which two revisions differ. */
export class DifferenceAnswer {
  /** Lines, cases and follow-ups by id, counters by kind and regime: `lines["l1"].goods[0].net.amount`. */
  @IsString() @MaxLength(400) path!: string;
  @IsIn(DIFFERENCE_KINDS) kind!: DifferenceKind;
  /** Absent for what was added. */
  @Optional() @Allow() before?: unknown;
  /** Absent for what was removed. */
  @Optional() @Allow() after?: unknown;
}

/** What changed from one revision to another. */
export class RevisionDiff extends UnitDayAnswer {
  @IsInt() @Min(1) from!: number;
  @IsInt() @Min(1) to!: number;
  @NestedList(() => DifferenceAnswer, { max: 200_000 }) differences!: DifferenceAnswer[];
}
