import {
  COUNTED_STATES,
  WAITING_STATES,
  type RevisionState,
} from '../life-cycle/daily-report-states.domain.js';

/** The newest revision of the unit-day that has a number abroad. */
export interface ToldLast {
  readonly toldAs: number;
  readonly state: RevisionState;
}

/** How a new revision is known abroad. */
export type ToldNumber =
  | { readonly isTold: true; readonly toldAs: number }
  /** Nobody abroad learns of its submission; without a number of nothing that is done to it before it is forwarded. */
  | { readonly isTold: false; readonly toldAs: number | null };

const isOneOf = (states: readonly RevisionState[], state: RevisionState): boolean => states.includes(state);

/**
 * The number of a new revision (docs/counting-rules.md, basis 4).
 * @param saysTheSame whether it tells what the revision told last tells, or told when it was forwarded
 * @param next the number after the highest one
 */
export function toldNumber(last: ToldLast | undefined, saysTheSame: boolean, next: number): ToldNumber {
  if (last && saysTheSame && isOneOf(COUNTED_STATES, last.state)) return { isTold: false, toldAs: null };
  if (last && saysTheSame && isOneOf(WAITING_STATES, last.state))
    return { isTold: false, toldAs: last.toldAs };
  return { isTold: true, toldAs: next };
}
