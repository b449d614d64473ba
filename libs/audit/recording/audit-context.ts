import { AsyncLocalStorage } from 'node:async_hooks';
import { type AuditActor, type AuditEntry } from '../audit-entry.js';

/** On whose behalf and at whose request code runs. */
export interface AuditContext {
  /** The entry for a change that this makes; undefined where changes need none. */
  change(): AuditEntry | undefined;
  /** Names the account that a request turned out to be of. */
  is(actor: AuditActor): void;
}

const contexts = new AsyncLocalStorage<AuditContext>();

/** Runs code, and all that it awaits, in the context. */
export const inAuditContext = <T>(context: AuditContext, work: () => T): T => contexts.run(context, work);

export const auditContext = (): AuditContext | undefined => contexts.getStore();

/** Says which account a request without a session is about: an attempt to sign in. */
export const isAboutAccount = (name: string): void => contexts.getStore()?.is({ kind: 'account', name });

/** What the product does by itself: its changes are recorded under the name of the job. */
export function asSystem<T>(
  name: string,
  entry: Pick<AuditEntry, 'at' | 'action' | 'operation' | 'object'>,
  work: () => Promise<T>,
): Promise<T> {
  const actor = { kind: 'system', name } as const;
  const change = (): AuditEntry => ({ kind: 'change', outcome: 'done', actor, ...entry });
  return inAuditContext({ change, is: () => undefined }, work);
}
