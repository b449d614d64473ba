import pg from 'pg';
import { type DataSource } from 'typeorm';
import { SERVICES } from '#libs/contracts/topics.js';
import { webRole } from '#libs/persistence/rights/database-roles.js';

/** Lets the requests of every service ask who sends them: by the functions of schema `session`, and no table of identity. */
export async function grantSessions(dataSource: DataSource): Promise<void> {
  const roles = SERVICES.map((service) => pg.escapeIdentifier(webRole(service))).join(', ');
  await dataSource.query(`grant usage on schema session to ${roles};
    grant execute on all functions in schema session to ${roles}`);
}
