import {
  CONSEQUENCES,
  TRANSITIONS,
  type Actor,
  type RevisionAction,
  type RevisionState,
} from './daily-report-states.domain.js';

/** How a revision of a unit-day stands. */
export interface Standing {
  readonly revision: number;
  readonly state: RevisionState;
  /** A closed day counts it. */
  readonly inClosedDay: boolean;
}

/** One change of state. */
export interface Step {
  readonly revision: number;
  readonly action: RevisionAction;
  /** `null`: the revision comes into being. */
  readonly fromState: RevisionState | null;
  readonly toState: RevisionState;
}

const NOT_THERE = { state: null, inClosedDay: false } as const;

/** The state after the action of this actor, or undefined where the life cycle has no such step. */
export function nextState(
  { state, inClosedDay }: Pick<Standing, 'state' | 'inClosedDay'> | typeof NOT_THERE,
  action: RevisionAction,
  by: Actor,
): RevisionState | undefined {
  return TRANSITIONS.find(
    (row) =>
      row.from === state &&
      row.action === action &&
      row.who.includes(by) &&
      (row.inClosedDay ?? inClosedDay) === inClosedDay,
  )?.to;
}

/**
 * Every change that an action on one revision brings about in its unit-day, in the order in which they happen; undefined
 * where it cannot happen. A revision that is submitted comes behind all others; the newest alone is withdrawn.
 */
export function stepsOf(
  unitDay: readonly Standing[],
  revision: number,
  action: RevisionAction,
  by: Actor,
): Step[] | undefined {
  const newest = Math.max(0, ...unitDay.map((standing) => standing.revision));
  if (action === 'submit' && revision !== newest + 1) return undefined;
  if (action === 'withdraw' && revision !== newest) return undefined;
  const standing = unitDay.find((known) => known.revision === revision) ?? NOT_THERE;
  const toState = nextState(standing, action, by);
  if (toState === undefined) return undefined;
  const before = consequencesOf(unitDay, revision, action, by);
  return before && [...before, { revision, action, fromState: standing.state, toState }];
}

function consequencesOf(
  unitDay: readonly Standing[],
  revision: number,
  action: RevisionAction,
  by: Actor,
): Step[] | undefined {
  const consequence = CONSEQUENCES[action];
  if (!consequence) return [];
  const concerned = unitDay.filter(
    (other) => other.revision !== revision && consequence.to.includes(other.state),
  );
  const steps: Step[] = [];
  for (const other of concerned) {
    const toState = nextState(other, consequence.action, by);
    if (toState === undefined) return undefined;
    steps.push({
      revision: other.revision,
      action: consequence.action,
      fromState: other.state,
      toState,
    });
  }
  return steps;
}
