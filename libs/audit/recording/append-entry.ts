import { type EntityManager } from 'typeorm';
import { afterCommit } from '#libs/persistence/after-commit.js';
import { type AuditEntry } from '../audit-entry.js';

const INSERT = `insert into audit_entry
  (kind, at, actor_kind, actor, role, unit, country, network, operation, action, route, object_kind, object_id, outcome,
   count, before_hash, after_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`;

/**
 * Adds an entry in the transaction of the manager: it is there if and only if the change is. The machine's instant is
 * added by the database. Nothing is read or locked, so that changes do not wait for each other.
 * @param appended called once the transaction has committed
 */
export async function appendEntry(
  manager: EntityManager,
  entry: AuditEntry,
  appended?: () => void,
): Promise<void> {
  const { kind, at, actor, action, outcome, count = 1, object } = entry;
  await manager.query(INSERT, [
    ...[kind, at, actor.kind, actor.name, actor.role, actor.unit, actor.country, entry.network],
    ...[entry.operation, action, entry.route, object?.kind, object?.id, outcome, count],
    ...[entry.before, entry.after],
  ]);
  if (appended) afterCommit(manager, appended);
}
