/** States of a bulletin. Further states (proposed, refused) join this table with their transitions. */
export const BULLETIN_STATES = ['draft', 'issued'] as const;
export type BulletinState = (typeof BULLETIN_STATES)[number];

export const BULLETIN_ACTIONS = ['issue'] as const;
export type BulletinAction = (typeof BULLETIN_ACTIONS)[number];

export interface BulletinTransition {
  readonly from: BulletinState;
  readonly action: BulletinAction;
  readonly to: BulletinState;
}

/** The state in which a closed day becomes a bulletin. */
export const FIRST_STATE: BulletinState = 'draft';

/** The life cycle as data: what is not listed cannot happen. */
export const BULLETIN_TRANSITIONS: readonly BulletinTransition[] = [
  { from: 'draft', action: 'issue', to: 'issued' },
];

/** The state after the action, or undefined where the life cycle has no such step. */
export function nextState(from: BulletinState, action: BulletinAction): BulletinState | undefined {
  return BULLETIN_TRANSITIONS.find((step) => step.from === from && step.action === action)?.to;
}
