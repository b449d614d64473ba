import pg from 'pg';
import { SERVICES, type Service } from '#libs/contracts/topics.js';

/** Role of a service's requests: it sees the rows of the caller's scope alone. */
export const webRole = (service: string): string => `${service}_web`;

/** Role of a service's consumers, jobs and relays. */
export const workerRole = (service: string): string => `${service}_worker`;

/** All roles of a server; they belong to no one database. */
export const DATABASE_ROLES: readonly string[] = SERVICES.flatMap((service: Service) => [
  webRole(service),
  workerRole(service),
]);

/** What is asked of a connection here. */
export interface SqlConnection {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Somebody else made the same role, or gave the same membership, at the same moment. */
const CONCURRENTLY = `when duplicate_object or unique_violation or internal_error then null`;

function roleSql(role: string, login: string): string {
  const [name, member] = [pg.escapeIdentifier(role), pg.escapeIdentifier(login)];
  const [roleText, memberText] = [pg.escapeLiteral(role), pg.escapeLiteral(login)];
  return `
    do $roles$ begin
      if not exists (select from pg_roles where rolname = ${roleText}) then
        create role ${name} nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
      end if;
    exception ${CONCURRENTLY};
    end $roles$;
    do $roles$ begin
      if not pg_has_role(${memberText}, ${roleText}, 'set') then
        grant ${name} to ${member} with inherit false, set true;
      end if;
    exception ${CONCURRENTLY};
    end $roles$`;
}

/** SQLSTATE of a right that is lacking. */
const NOT_ALLOWED = '42501';

/**
 * Makes the roles that are not there, and lets a login take them on: it has none of their rights until it does. Nothing
 * happens where all is as it should be, so that an owner without CREATEROLE can migrate once an administrator made them.
 * @param login the user of DATABASE_URL
 * @throws Error saying what to do, where the roles are lacking and may not be made
 */
export async function ensureRoles(connection: SqlConnection, login: string): Promise<void> {
  try {
    for (const role of DATABASE_ROLES) await connection.query(roleSql(role, login));
  } catch (error) {
    if ((error as { code?: unknown }).code !== NOT_ALLOWED) throw error;
    const roles = DATABASE_ROLES.join(', ');
    throw new Error(
      `${login} may not make the roles ${roles}: let an administrator run "alter role ${login} createrole" or make them and grant them to ${login} (docs/database-rights.md).`,
      { cause: error },
    );
  }
}
