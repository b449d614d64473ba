import { type SqlConnection } from './database-roles.js';

/** Whether row-level security holds for a login, whatever roles it takes on. */
const POWERS = `
  select string_agg(case when rolsuper then 'a superuser' else 'a role with BYPASSRLS' end || ' (' || rolname || ')', ', ') as powers
  from pg_roles where rolname in (session_user, current_user) and (rolsuper or rolbypassrls)`;

/**
 * Refuses a login for which PostgreSQL passes over row-level security: then a country's rows would be protected by our own
 * code alone.
 * @throws Error saying what to do
 */
export async function assertOrdinaryLogin(connection: SqlConnection): Promise<void> {
  const [row] = (await connection.query(POWERS)) as { powers: string | null }[];
  if (!row?.powers) return;
  throw new Error(
    `The database is reached as ${row.powers}: row-level security would not hold. Name an ordinary login in DATABASE_URL, for example one made by: create role caravanserai login createrole password '…' (docs/database-rights.md).`,
  );
}
