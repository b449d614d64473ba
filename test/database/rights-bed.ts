import pg from 'pg';
import { bulletinService } from '#apps/bulletin/index.js';
import { coordinationService } from '#apps/coordination/index.js';
import { identityService } from '#apps/identity/index.js';
import { reportingService } from '#apps/reporting/index.js';
import { auditRights } from '#libs/audit/audit-rights.js';
import { logRights } from '#libs/messaging/event-log/log-rights.js';
import { startOptions } from '#libs/persistence/data-source.js';
import { type SchemaRights } from '#libs/persistence/rights/table-rights.js';
import { hasEvents } from '#libs/service-host/messaging.js';
import { migrateService } from '#libs/service-host/start-service.js';
import { limitRights } from '#libs/web/limits/limit-rights.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

export const DEFINITIONS = [reportingService, coordinationService, bulletinService, identityService];

/** Everything that is declared for the tables of a service. */
export function declaredRights({ name, rights }: (typeof DEFINITIONS)[number]): SchemaRights {
  return { ...(hasEvents(name) && logRights), ...auditRights, ...limitRights, ...rights };
}

/** A database with the schemas of all services, as they are migrated. */
export function migratedDatabase(): Promise<TestDatabase> {
  const migrate = async (url: string) => {
    for (const definition of DEFINITIONS) await migrateService(definition, url);
  };
  const versions = DEFINITIONS.map(({ migrations }) => migrations.length).join(' ');
  return createTestDatabase({ template: { name: `rights of all services ${versions}`, migrate } });
}

export async function connect(connectionString: string, role?: string): Promise<pg.Client> {
  const options = role === undefined ? undefined : startOptions({ role });
  const client = new pg.Client({ connectionString, ...(options !== undefined && { options }) });
  await client.connect();
  return client;
}
