import { type DataSource, type QueryRunner } from 'typeorm';
import { type RequestScope } from './database-scope.js';
import { scopeSettings } from './scope-settings.js';

type Send = (sql: string, values?: unknown[], isStructured?: boolean) => Promise<unknown>;

/**
 * A query runner whose every statement runs in a transaction that knows the scope: in the one that was begun, else in one
 * of its own. Settings travel with the statement that begins the transaction, so that they cost no round trip.
 */
export function scopedQueryRunner(dataSource: DataSource, scope: RequestScope): QueryRunner {
  const runner = dataSource.createQueryRunner();
  const settings = scopeSettings(scope);
  const send = runner.query.bind(runner) as Send;
  const begin = runner.startTransaction.bind(runner);
  let level: Parameters<QueryRunner['startTransaction']>[0];
  runner.startTransaction = async (wanted) => {
    if (!runner.isTransactionActive) level = wanted;
    await begin(wanted);
  };
  const query: Send = async (sql, values, isStructured) => {
    if (sql === 'START TRANSACTION') return send(`${startOf(level)}; ${settings}`);
    if (sql.startsWith('SET TRANSACTION ISOLATION LEVEL')) return undefined;
    if (runner.isTransactionActive) return send(sql, values, isStructured);
    return alone(send, settings, () => send(sql, values, isStructured));
  };
  return Object.assign(runner, { query });
}

/** The level stands in the beginning: PostgreSQL takes it before any other statement alone. */
const startOf = (level: string | undefined): string =>
  level === undefined ? 'START TRANSACTION' : `START TRANSACTION ISOLATION LEVEL ${level}`;

async function alone<T>(send: Send, settings: string, statement: () => Promise<T>): Promise<T> {
  await send(`START TRANSACTION; ${settings}`);
  try {
    const result: T = await statement();
    await send('COMMIT');
    return result;
  } catch (error) {
    await send('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
