import { runMigrations } from 'graphile-worker';
import { type Logger } from '#libs/observability/logger.js';
import { jobPool } from './job-pool.js';
import { workerLogger } from './worker-logger.js';

/** Schema that holds the jobs of a service, beside its own. */
export function jobSchema(service: string): string {
  return `${service}_jobs`;
}

/** Creates the schema of a service's jobs or brings it up to date. */
export async function migrateJobs(service: string, databaseUrl: string, log: Logger): Promise<void> {
  const pgPool = jobPool(service, databaseUrl, log);
  try {
    await runMigrations({ pgPool, schema: jobSchema(service), logger: workerLogger(log) });
  } finally {
    await pgPool.end();
  }
}
