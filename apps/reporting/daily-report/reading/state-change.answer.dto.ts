import { IsIn, IsInt, IsString, Matches, Min } from 'class-validator';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, INSTANT_WITH_OFFSET_PATTERN } from '#libs/contracts/shapes.js';
import { CAPACITIES, CHANNELS, type Capacity, type Channel } from '../daily-report.records.js';
import {
  REVISION_ACTIONS,
  REVISION_STATES,
  type RevisionState,
} from '../life-cycle/daily-report-states.domain.js';
import { ReasonEntry } from '../life-cycle/reasons.dto.js';

/** A change of state, with who, when, from where and why. */
export class StateChangeAnswer {
  @IsInt() @Min(1) revision!: number;
  /** Absent where the revision came into being. */
  @Optional() @IsIn(REVISION_STATES) fromState?: RevisionState;
  @IsIn(REVISION_STATES) toState!: RevisionState;
  @IsIn(Object.keys(REVISION_ACTIONS)) action!: string;
  @Matches(INSTANT_PATTERN) at!: string;
  /** The same instant on the unit's clocks, with their offset. */
  @Matches(INSTANT_WITH_OFFSET_PATTERN) localAt!: string;
  @IsString() party!: string;
  @IsIn(CHANNELS) channel!: Channel;
  /** Given where somebody acted for the contact point. */
  @Optional() @IsIn(CAPACITIES) capacity?: Capacity;
  @Optional() @NestedList(() => ReasonEntry, { max: 50 }) reasons?: ReasonEntry[];
}
