/**
 * States of a revision of a daily report. The state belongs to the revision; the unit-day points to the newest
 * forwarded one. Further states (held, withdrawn, queried) join this table with their transitions.
 */
export const REVISION_STATES = ['submitted', 'superseded', 'returned', 'forwarded'] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

export const REVISION_ACTIONS = ['supersede', 'return', 'forward'] as const;
export type RevisionAction = (typeof REVISION_ACTIONS)[number];

export interface Transition {
  readonly from: RevisionState;
  readonly action: RevisionAction;
  readonly to: RevisionState;
}

/** The life cycle as data: what is not listed cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'submitted', action: 'supersede', to: 'superseded' },
  { from: 'submitted', action: 'return', to: 'returned' },
  { from: 'submitted', action: 'forward', to: 'forwarded' },
];

/** The state after the action, or undefined where the life cycle has no such step. */
export function nextState(from: RevisionState, action: RevisionAction): RevisionState | undefined {
  return TRANSITIONS.find((transition) => transition.from === from && transition.action === action)?.to;
}
