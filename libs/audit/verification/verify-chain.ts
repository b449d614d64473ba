import { type DataSource, type EntityManager } from 'typeorm';
import { ChainCheck } from './check-chain.domain.js';
import { readChainRows, readStrays, type SqlReader } from './read-chain-rows.js';
import { type ChainReport, type NamedPosition } from './verification.types.js';

/**
 * Recomputes the whole chain of a service.
 * @param sql a manager whose transaction sees one state of the tables (`inOneView`)
 * @param named positions that checkpoints and bulletins vouch for
 */
export async function verifyChain(
  sql: SqlReader,
  service: string,
  named: readonly NamedPosition[] = [],
): Promise<ChainReport> {
  const check = new ChainCheck(service, named);
  for await (const row of readChainRows(sql, service)) check.add(row);
  return check.finish(await readStrays(sql, service));
}

/** Reads in one transaction that sees one state of the tables, whatever is sealed meanwhile. */
export function inOneView<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('set transaction read only');
    return work(manager);
  });
}
