import { type EntityManager, type QueryRunner } from 'typeorm';
import { type AuditEntry } from '../audit-entry.js';

/** What only the code of a change knows about it. */
export type ChangeDetails = Partial<
  Pick<AuditEntry, 'action' | 'object' | 'outcome' | 'before' | 'after' | 'actor'>
>;

const details = new WeakMap<QueryRunner, ChangeDetails | 'none'>();

/** Says more about the change that is made in the manager's transaction; what was said before and is not said again stays. */
export function aboutChange(manager: EntityManager, more: ChangeDetails): void {
  const runner = manager.queryRunner;
  if (!runner) return;
  const before = details.get(runner);
  details.set(runner, { ...(before !== 'none' && before), ...more });
}

/** The transaction changes nothing that belongs into the audit trail: a quota, a draft. */
export function needsNoEntry(manager: EntityManager): void {
  if (manager.queryRunner) details.set(manager.queryRunner, 'none');
}

/** What was said about the change of the transaction; forgotten with this. */
export function takeDetails(manager: EntityManager): ChangeDetails | 'none' {
  const runner = manager.queryRunner;
  const said = runner && details.get(runner);
  if (runner) details.delete(runner);
  return said ?? {};
}
