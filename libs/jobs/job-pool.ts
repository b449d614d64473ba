import pg from 'pg';
import { startOptions } from '#libs/persistence/data-source.js';
import { type Logger } from '#libs/observability/logger.js';

/** Jobs that one instance does at the same time. */
export const CONCURRENT_JOBS = 2;
/** Each job holds a connection for its lock and asks for one more now and then; one listens for new jobs. */
const POOL_SIZE = 2 * CONCURRENT_JOBS + 1;

/**
 * Connections for the jobs of a service. A connection that breaks is replaced.
 * @param role that they take on; the user of the URL unless told
 */
export function jobPool(service: string, databaseUrl: string, log: Logger, role?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    application_name: `caravanserai-${service}-jobs`,
    connectionTimeoutMillis: 10_000,
    ...(role !== undefined && { options: startOptions({ role }) }),
  });
  const onError = (err: Error): void => log.warn({ err }, 'A connection of the jobs broke and is replaced.');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
