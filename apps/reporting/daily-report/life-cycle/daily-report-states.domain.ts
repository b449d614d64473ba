import { ROLES, type Role } from '#libs/security/acting-party.js';
import { type Action } from '#libs/security/policy.js';

/** States of a revision of a daily report (domain: "The life of a daily report"). Drafts are no revisions yet. */
export const REVISION_STATES = [
  'submitted',
  'superseded',
  'returned',
  'held',
  'withdrawn',
  'forwarded',
  'queried',
  'consolidated',
  'corrected',
] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

/** With the contact point, and neither forwarded nor sent back. A unit-day has one such revision at most. */
export const WAITING_STATES = ['submitted', 'held'] as const satisfies readonly RevisionState[];
/** The revision that counts for its unit-day. A unit-day has one at most. */
export const COUNTED_STATES = [
  'forwarded',
  'queried',
  'consolidated',
] as const satisfies readonly RevisionState[];

/** Who can have to act on a report. */
export const HOLDING_PARTIES = ['unit', 'contact_point', 'ocu'] as const;
export type Holder = (typeof HOLDING_PARTIES)[number];
/** Who has to act on a report in this state; nobody has to on one that is settled. */
export const HOLDERS: Readonly<Record<RevisionState, Holder | undefined>> = {
  submitted: 'contact_point',
  held: 'contact_point',
  returned: 'unit',
  forwarded: 'ocu',
  // A question of the OCU goes to the contact point, which answers it or has the report corrected.
  queried: 'contact_point',
  consolidated: undefined,
  superseded: undefined,
  withdrawn: undefined,
  corrected: undefined,
};

/** What happens to a revision, and the right that a person needs for it; none where it follows from something else. */
export const REVISION_ACTIONS = {
  submit: 'daily-report.submit',
  supersede: undefined,
  return: 'daily-report.return',
  hold: 'daily-report.hold',
  withdraw: 'daily-report.withdraw',
  forward: 'daily-report.forward',
  query: 'daily-report.query',
  answer: 'daily-report.answer-query',
  correct: undefined,
  consolidate: undefined,
} as const satisfies Readonly<Record<string, Action | undefined>>;
export type RevisionAction = keyof typeof REVISION_ACTIONS;

/** A role of the operation, or the system itself. */
export const ACTORS = [...ROLES, 'system'] as const;
export type Actor = (typeof ACTORS)[number];

/** A step of the life cycle. */
export interface Transition {
  /** `null`: the revision comes into being. */
  readonly from: RevisionState | null;
  readonly action: RevisionAction;
  readonly to: RevisionState;
  /** Given where it depends on whether a closed day counts the revision. */
  readonly inClosedDay?: boolean;
  readonly who: readonly Actor[];
}

const SENDERS = ['pcu_officer', 'contact_point'] as const satisfies readonly Role[];
const CONTACT_POINT = ['contact_point'] as const satisfies readonly Role[];
const OCU = ['ocu_analyst', 'ocu_head'] as const satisfies readonly Role[];
const SYSTEM = ['system'] as const;

/** The life cycle as data: what is not listed cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  { from: null, action: 'submit', to: 'submitted', who: SENDERS },
  { from: 'submitted', action: 'supersede', to: 'superseded', who: SENDERS },
  { from: 'held', action: 'supersede', to: 'superseded', who: SENDERS },
  { from: 'submitted', action: 'return', to: 'returned', who: CONTACT_POINT },
  { from: 'held', action: 'return', to: 'returned', who: CONTACT_POINT },
  { from: 'submitted', action: 'hold', to: 'held', who: CONTACT_POINT },
  { from: 'submitted', action: 'withdraw', to: 'withdrawn', who: SENDERS },
  { from: 'held', action: 'withdraw', to: 'withdrawn', who: SENDERS },
  { from: 'returned', action: 'withdraw', to: 'withdrawn', who: SENDERS },
  // The system forwards where the contact point is silent; one that holds a report is not.
  { from: 'submitted', action: 'forward', to: 'forwarded', who: [...CONTACT_POINT, ...SYSTEM] },
  { from: 'held', action: 'forward', to: 'forwarded', who: CONTACT_POINT },
  { from: 'forwarded', action: 'query', to: 'queried', who: OCU },
  { from: 'consolidated', action: 'query', to: 'queried', who: OCU },
  { from: 'queried', action: 'answer', to: 'forwarded', inClosedDay: false, who: CONTACT_POINT },
  { from: 'queried', action: 'answer', to: 'consolidated', inClosedDay: true, who: CONTACT_POINT },
  { from: 'forwarded', action: 'correct', to: 'corrected', who: [...CONTACT_POINT, ...SYSTEM] },
  { from: 'queried', action: 'correct', to: 'corrected', who: [...CONTACT_POINT, ...SYSTEM] },
  { from: 'consolidated', action: 'correct', to: 'corrected', who: [...CONTACT_POINT, ...SYSTEM] },
  { from: 'forwarded', action: 'consolidate', to: 'consolidated', who: SYSTEM },
  // Closing the day does not settle the question.
  { from: 'queried', action: 'consolidate', to: 'queried', who: SYSTEM },
];

/** What else happens to the unit-day when a revision takes a step: to the revision in one of these states, before it. */
export const CONSEQUENCES: Partial<
  Readonly<Record<RevisionAction, { readonly action: RevisionAction; readonly to: readonly RevisionState[] }>>
> = {
  submit: { action: 'supersede', to: WAITING_STATES },
  forward: { action: 'correct', to: COUNTED_STATES },
};
