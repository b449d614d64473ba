import { type Request } from 'express';
import { type ActingParty } from '#libs/security/acting-party.js';
import { type SignedInAccount } from '#libs/security/session/session-reader.js';
import { type Clock } from '#libs/observability/clock.js';

/** Operations of which somebody is told: a set of codes, in development also all. */
export type OwnOperations = Pick<ReadonlySet<string>, 'has'>;

/** What the guard found out about a request; handlers read it through `@Party()` and `@RequestClock()`. */
export interface Caller {
  readonly clock: Clock;
  /** On routes with `@Allows`. */
  readonly party?: ActingParty;
  /** On routes with `@AllowsInOwnOperations`. */
  readonly operations?: OwnOperations;
  /** Who has signed in; absent on public routes, for programs and for the development header. */
  readonly account?: SignedInAccount | undefined;
}

const callers = new WeakMap<Request, Caller>();

export function setCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** @throws Error when the guard did not see the request: a mistake in how the application was configured. */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('The request did not pass ActingPartyGuard: call configureApp() on the app.');
  return caller;
}
