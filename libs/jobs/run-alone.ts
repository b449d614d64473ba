import { type PoolClient } from 'pg';

/** Borrows a connection for one piece of work. */
export type WithClient = (work: (client: PoolClient) => Promise<void>) => Promise<void>;

/**
 * Does the work unless another process does the work of that name. The lock goes with its connection, so that a process
 * that was killed holds up nothing.
 */
export function runAlone(withClient: WithClient, name: string, work: () => Promise<void>): Promise<void> {
  return withClient(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
      [name],
    );
    if (rows[0]?.mine !== true) return;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    }
  });
}
