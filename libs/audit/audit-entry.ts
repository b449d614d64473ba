import { ACTIONS } from '#libs/security/policy.js';

/** `change`: something was changed; `disclosure`: something was read or taken away; `refusal`: an attempt was refused. */
export const AUDIT_KINDS = ['change', 'disclosure', 'refusal'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/**
 * Everything that an entry can say was done: what the policy knows, and what it does not decide about. A closed
 * vocabulary: the words of the screen have one for each.
 */
export const AUDIT_ACTIONS = [
  ...ACTIONS,
  'account.sign-in',
  'account.sign-out',
  'account.accept-invitation',
  'account.change-own',
  'operation-plan.publish',
  'operation-day.closed',
  'unknown',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did it: an account, a program by its key, the product itself, whoever the development header names, or nobody known. */
export const ACTOR_KINDS = ['account', 'program', 'system', 'header', 'nobody'] as const;

/** Account names alone: no names of persons, no addresses. */
export interface AuditActor {
  readonly kind: (typeof ACTOR_KINDS)[number];
  /** Account name, `key-…` of a program, name of a job; empty for nobody. */
  readonly name: string;
  readonly role?: string;
  readonly unit?: string;
  readonly country?: string;
}

/** What something was done to, e.g. `daily-report` `UZ-ANG/2017-09-01/1`. */
export interface AuditObject {
  readonly kind: string;
  readonly id: string;
}

/** One fact of the audit trail, without personal data and without values of fields. */
export interface AuditEntry {
  readonly kind: AuditKind;
  /** By the clock of the request. */
  readonly at: string;
  readonly actor: AuditActor;
  /** First three bytes of an IPv4 address, first half of an IPv6 address. */
  readonly network?: string;
  /** Absent for what concerns an account as a whole. */
  readonly operation?: string;
  readonly action: AuditAction;
  /** Method and pattern of the address, e.g. `PUT /operations/:operation/accounts/:account/role`. */
  readonly route?: string;
  readonly object?: AuditObject;
  /** `done`, `unchanged`, or the code of the refusal. */
  readonly outcome: string;
  /** How often: refusals of one minute that are alike make one entry. */
  readonly count?: number;
  /** SHA-256 of the content before and after, where there is one. */
  readonly before?: string;
  readonly after?: string;
}
