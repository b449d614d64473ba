import pg from 'pg';
import { type DataSource } from 'typeorm';
import { createLogger } from '#libs/observability/logger.js';
import { createDataSource, migrate } from '#libs/persistence/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.js';
import { type AuditEntry } from './audit-entry.js';
import { chain } from './chain.domain.js';
import { auditMigrations } from './migrations/audit-migrations.js';
import { headOf, insertSeals, type Sql, unsealed } from './sealing/seal-table.js';
import { Sealer } from './sealing/sealer.js';

export const SCHEMA = 'reporting';
export const silent = createLogger('audit', 'silent');

export const anEntry = (part: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ kind: 'change', at: '2017-09-05T14:00:00.000Z', action: 'daily-report.forward', outcome: 'done' },
  actor: { kind: 'account', name: 'saidov', role: 'contact_point', country: 'UZ' },
  ...{ network: '198.51.100', operation: 'chemical-check-i' },
  route: 'POST /operations/:operation/units/:unit/daily-reports/:day/revisions/:revision/forward',
  object: { kind: 'daily-report', id: 'UZ-ANG/2017-09-05/1' },
  ...{ before: 'a'.repeat(64), after: 'b'.repeat(64) },
  ...part,
});

/** A database whose one schema has an audit trail. */
export interface AuditBed {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  /** As superuser, in the schema. */
  readonly admin: pg.Client;
  sealer(): Sealer;
  close(): Promise<void>;
}

export async function openAuditBed(): Promise<AuditBed> {
  const template = {
    name: 'audit trail',
    migrate: async (url: string) => {
      const made = dataSourceFor(url);
      await migrate(made, SCHEMA);
      await made.destroy();
    },
  };
  const database = await createTestDatabase({ template });
  const dataSource = await dataSourceFor(database.url).initialize();
  const admin = new pg.Client({
    connectionString: database.adminUrl,
    options: `-c search_path=${SCHEMA}`,
  });
  await admin.connect();
  return {
    ...{ database, dataSource, admin },
    sealer: () => new Sealer({ databaseUrl: database.url, schema: SCHEMA, log: silent }),
    close: async () => {
      await admin.end();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

const dataSourceFor = (databaseUrl: string) =>
  createDataSource({ databaseUrl, schema: SCHEMA, migrations: auditMigrations, poolSize: 6 });

/** Seals what waits, without a sealer of its own. */
export async function sealAll({ admin }: AuditBed): Promise<void> {
  const sql: Sql = { query: async (text, values) => (await admin.query(text, values)).rows as never[] };
  for (let entries = await unsealed(sql); entries.length > 0; entries = await unsealed(sql))
    await insertSeals(sql, chain(await headOf(sql), entries));
}
