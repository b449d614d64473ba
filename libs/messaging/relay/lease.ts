import pg from 'pg';
import { startOptions } from '#libs/persistence/data-source.js';
import { LeaseLostError } from './relay-errors.js';

/** Of which schema the lease is, and for what. */
export interface LeaseOptions {
  readonly databaseUrl: string;
  /** Role that the connection takes on; the user of the URL unless told. */
  readonly role?: string;
  readonly schema: string;
  /** What the holder does; `relay` unless told. Each has a lock of its own. */
  readonly duty?: 'relay' | 'audit';
}

/**
 * Half-open connections end within seconds, so that the server frees the lease of a machine that vanished. The relay's
 * statements all have an index made for them; a planner without statistics would read the whole backlog at each look.
 */
const SESSION = {
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  statement_timeout: '30000',
  idle_in_transaction_session_timeout: '30000',
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '2',
  tcp_keepalives_count: '3',
};

const LOCK = `hashtextextended('caravanserai.' || $1 || '.' || current_schema(), 0)`;

/** SQLSTATE class 57P: the server ends the session. */
function isFarewell(error: unknown): error is Error {
  return error instanceof pg.DatabaseError && error.code?.startsWith('57P') === true;
}

/**
 * The right to be the one relay of a log, or the one sealer of an audit trail: a session advisory lock. All that the
 * holder writes goes through the very connection that holds the lock, so that one whose connection died can no longer
 * write anything.
 */
export class Lease {
  private lost: Error | undefined;

  private constructor(
    private readonly client: pg.Client,
    private readonly duty: string,
  ) {
    client.on('error', (error) => (this.lost ??= error));
    client.on('end', () => (this.lost ??= new Error('the connection ended')));
  }

  /** Connects; the lock is not yet held. */
  static async connect({ databaseUrl, role, schema, duty = 'relay' }: LeaseOptions): Promise<Lease> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: `caravanserai-${schema}-${duty}`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      options: startOptions({ search_path: schema, ...SESSION, ...(role !== undefined && { role }) }),
    });
    const lease = new Lease(client, duty);
    await client.connect();
    return lease;
  }

  /** Takes the lock unless another session has it. */
  async tryAcquire(): Promise<boolean> {
    const [row] = await this.query<{ held: boolean }>(`select pg_try_advisory_lock(${LOCK}) as held`, [
      this.duty,
    ]);
    return row?.held === true;
  }

  /** Throws LeaseLostError when the connection, and with it the lock, is gone. */
  async query<R extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    if (this.lost) throw new LeaseLostError(`The ${this.duty} lost its lease: ${this.lost.message}`);
    try {
      return (await this.client.query<R>(sql, parameters)).rows;
    } catch (error) {
      // The server's farewell may be the answer to a query, before the connection is seen to end.
      const lost = (this.lost as Error | undefined) ?? (isFarewell(error) ? error : undefined);
      if (lost)
        throw new LeaseLostError(`The ${this.duty} lost its lease: ${lost.message}`, { cause: error });
      throw error;
    }
  }

  /** Gives the lock back by ending the connection. */
  async release(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
