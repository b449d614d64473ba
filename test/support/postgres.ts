import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { askForServer, testRunId } from './ask-for-server.js';
import { type PostgresAddress } from './test-servers.js';

/** A database that is made and migrated once a run and then cloned for every spec file. */
export interface DatabaseTemplate {
  readonly name: string;
  /** Fills the empty database at `url` and closes its connections. */
  migrate(url: string): Promise<unknown>;
}

/** A database of one spec file. */
export interface TestDatabase {
  /** As the services' role, which owns the database (as the user of TEST_DATABASE_URL where that is given). */
  readonly url: string;
  /** As superuser, for what only an administrator may do. */
  readonly adminUrl: string;
  /** Drops the database with its connections. */
  drop(): Promise<void>;
}

let address: Promise<PostgresAddress> | undefined;

function postgresAddress(): Promise<PostgresAddress> {
  const given = process.env['TEST_DATABASE_URL'];
  address ??= given
    ? Promise.resolve({ adminUrl: given, serviceUrl: given })
    : askForServer<PostgresAddress>('postgres');
  return address;
}

function onDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function asAdmin<T>(work: (client: pg.Client, at: PostgresAddress) => Promise<T>): Promise<T> {
  const at = await postgresAddress();
  const client = new pg.Client({ connectionString: at.adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client, at);
  } finally {
    await client.end();
  }
}

async function create(client: pg.Client, at: PostgresAddress, name: string, from?: string): Promise<void> {
  const owner = pg.escapeIdentifier(decodeURIComponent(new URL(at.serviceUrl).username));
  const template = from === undefined ? '' : ` template ${pg.escapeIdentifier(from)}`;
  await client.query(`create database ${pg.escapeIdentifier(name)} owner ${owner}${template}`);
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

async function build(
  client: pg.Client,
  at: PostgresAddress,
  name: string,
  template: DatabaseTemplate,
): Promise<void> {
  const draft = `${name}_draft`;
  await client.query(`drop database if exists ${pg.escapeIdentifier(draft)} with (force)`);
  await create(client, at, draft);
  await template.migrate(onDatabase(at.serviceUrl, draft));
  // A pool that was ended may still be closing; a template must have no connection at all.
  await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
    draft,
  ]);
  await client.query(`alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(name)}`);
}

/** Names are at most 63 bytes in PostgreSQL. */
function templateName(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 10);
  return `test_${testRunId()}_template_${digest}`;
}

async function ensureTemplate(
  client: pg.Client,
  at: PostgresAddress,
  template: DatabaseTemplate,
): Promise<string> {
  const name = templateName(template.name);
  // Specs of several workers want it at once; the lock goes with the connection if a worker dies.
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
  try {
    if (!(await exists(client, name))) await build(client, at, name, template);
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
  }
  return name;
}

/** Makes a database for one spec file: empty, or cloned from a template that the first caller of the run migrates. */
export function createTestDatabase(options: { template?: DatabaseTemplate } = {}): Promise<TestDatabase> {
  return asAdmin(async (client, at) => {
    const from = options.template && (await ensureTemplate(client, at, options.template));
    const name = `test_${testRunId()}_${randomUUID().slice(0, 8)}`;
    await create(client, at, name, from);
    return {
      url: onDatabase(at.serviceUrl, name),
      adminUrl: onDatabase(at.adminUrl, name),
      drop: () =>
        asAdmin(async (admin) => {
          await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
        }),
    };
  });
}
