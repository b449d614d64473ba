import { type KnownState } from '../consolidation/coverage.domain.js';

/** What is known beside the state of a unit-day while the day is open. */
export interface LiveKnowledge {
  /** Newest event by unit, questions and their answers set aside. */
  readonly newestState: ReadonlyMap<string, KnownState>;
  /** Units with an open question of the OCU. */
  readonly queried: ReadonlySet<string>;
}

/** Marks that live views show beside a unit's state; a closed day does not keep them. */
export interface LiveMarks {
  readonly held: boolean;
  readonly queried: boolean;
}

/** The marks of a unit. */
export function liveMarks(unit: string, { newestState, queried }: LiveKnowledge): LiveMarks {
  return { held: newestState.get(unit) === 'held', queried: queried.has(unit) };
}
