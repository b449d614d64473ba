import { AsyncLocalStorage } from 'node:async_hooks';

/** What the rows that a request may touch are chosen by; the database reads each as a setting `app.<name>`. */
export interface RequestScope {
  /** Operation in the address of the request. */
  readonly operation?: string;
  /** Operations that the caller may ask about where the address names none; `*` for every one. */
  readonly operations?: readonly string[];
  /** Role of the caller in the operation. */
  readonly role?: string;
  readonly country?: string;
  readonly unit?: string;
  /** Account that has signed in. */
  readonly account?: string;
}

/** As whom statements are sent. `nobody`: as a request of which nothing is known, to which no row is shown. */
export type DatabaseScope = 'service' | 'nobody' | RequestScope;

const scopes = new AsyncLocalStorage<DatabaseScope>();

/** The scope of what runs right now. Whatever nobody has given a scope to gets none: it is shown no row. */
export function currentScope(): DatabaseScope {
  return scopes.getStore() ?? 'nobody';
}

/** Does work of the service itself: consumers, jobs, relays, and reads whose result no caller sees as it is. */
export function asService<T>(work: () => T): T {
  return scopes.run('service', work);
}

/** Does the work of one request within the scope of its caller. */
export function withinRequest<T>(scope: RequestScope, work: () => T): T {
  return scopes.run(scope, work);
}
