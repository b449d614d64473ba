import pg from 'pg';
import { ensureRoles } from '../rights/database-roles.js';

/** Role that the services connect with, and the name of their database. */
export const serviceName = 'caravanserai';

async function exists(client: pg.Client, sql: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [name]);
  return (rowCount ?? 0) > 0;
}

async function withClient<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a database that the services' role owns, unless it is there. */
export function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  return withClient(adminUrl, async (client) => {
    if (await exists(client, 'select 1 from pg_database where datname = $1', name)) return;
    await client.query(
      `create database ${pg.escapeIdentifier(name)} owner ${pg.escapeIdentifier(serviceName)}`,
    );
  });
}

/** Drops a database, its connections included, if it is there. */
export function dropDatabase(adminUrl: string, name: string): Promise<void> {
  return withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });
}

/** Makes the services' role: it logs in, owns its database, takes on the roles of the services, and is nothing more. */
export function ensureServiceRole(adminUrl: string, password: string): Promise<void> {
  return withClient(adminUrl, async (client) => {
    if (!(await exists(client, 'select 1 from pg_roles where rolname = $1', serviceName)))
      await createServiceRole(client, password);
    await ensureRoles(client, serviceName);
  });
}

async function createServiceRole(client: pg.Client, password: string): Promise<void> {
  const role = pg.escapeIdentifier(serviceName);
  const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  await client.query(`create role ${role} ${rights} password ${pg.escapeLiteral(password)}`);
}
