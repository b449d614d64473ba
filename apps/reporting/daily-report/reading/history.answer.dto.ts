import { IsIn, IsInt, Matches, Min } from 'class-validator';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { RevisionSummary, UnitDayAnswer } from '../daily-report.answers.dto.js';
import { HOLDING_PARTIES, type Holder } from '../life-cycle/daily-report-states.domain.js';
import { StateChangeAnswer } from './state-change.answer.dto.js';

/** Time during which one party held the report, from the end of the operation day at the unit on. */
export class CustodyAnswer {
  @IsIn(HOLDING_PARTIES) holder!: Holder;
  @Matches(INSTANT_PATTERN) from!: string;
  /** Absent while it still holds it. */
  @Optional() @Matches(INSTANT_PATTERN) to?: string;
  /** Whole minutes up to `to`, or up to now. */
  @IsInt() @Min(0) minutes!: number;
}

/** Minutes that each party held the report altogether. */
export class CustodyTotals {
  @IsInt() @Min(0) unit!: number;
  @IsInt() @Min(0) contact_point!: number;
  @IsInt() @Min(0) ocu!: number;
}

/** Everything that happened to the report of one day, oldest first. */
export class DailyReportHistory extends UnitDayAnswer {
  @NestedList(() => RevisionSummary, { max: 10_000 }) revisions!: RevisionSummary[];
  @NestedList(() => StateChangeAnswer, { max: 60_000 }) stateChanges!: StateChangeAnswer[];
  @NestedList(() => CustodyAnswer, { max: 60_000 }) custody!: CustodyAnswer[];
  @Nested(() => CustodyTotals) custodyTotals!: CustodyTotals;
}
