import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DATABASE_ROLES } from '#libs/persistence/rights/database-roles.js';
import { type RequestScope } from '#libs/persistence/scope/database-scope.js';
import { scopeSettings } from '#libs/persistence/scope/scope-settings.js';
import { type TestDatabase } from '../support/postgres.js';
import {
  COUNTRIES,
  insertOf,
  loosen,
  OPERATIONS,
  OTHER,
  ownedTables,
  OWN,
  type OwnedTable,
} from './planted-rows.js';
import { connect, DEFINITIONS, migratedDatabase } from './rights-bed.js';

/** Registers that everybody with a right on them reads as a whole; the catalogue names them one by one. */
const REGISTERS = ['identity.organisation', 'identity.account_role', 'audit_entry'];

interface Asked {
  readonly name: string;
  readonly scope: RequestScope;
  /** SQL condition of the rows that are somebody else's; over `operation` and `country` of the row. */
  readonly isForeign: (table: OwnedTable) => string;
}

const ofOther = ({ operation }: OwnedTable): string =>
  operation === undefined ? 'true' : `${operation} <> '${OWN}'`;

/** What the country has not given away: bare rows of these tables, of any country. */
const OWN_BUSINESS: Readonly<Record<string, string>> = {
  'reporting.revision': 'forwarded_at is null',
  'reporting.unit_day': 'newest_forwarded_revision is null',
  'reporting.submission': 'true',
  'reporting.draft': 'true',
  'reporting.draft_line': 'true',
};

const byCountry = (role: string): Asked[] =>
  COUNTRIES.map((country) => ({
    name: `${role} of ${country}`,
    scope: { operation: OWN, role, country, ...(role === 'pcu_officer' && { unit: `${country}-AAA` }) },
    isForeign: (table) =>
      table.country === undefined
        ? ofOther(table)
        : `(${ofOther(table)} or ${table.country} <> '${country}')`,
  }));

const NOBODY: Asked = { name: 'nobody', scope: {}, isForeign: () => 'true' };

const ASKED: readonly Asked[] = [
  ...['pcu_officer', 'contact_point', 'participant'].flatMap(byCountry),
  ...['ocu_analyst', 'ocu_head'].map((role) => ({
    name: role,
    scope: { operation: OWN, role },
    isForeign: (table: OwnedTable) =>
      `(${ofOther(table)} or ${OWN_BUSINESS[`${table.schema}.${table.table}`] ?? 'false'})`,
  })),
  { name: 'administrator', scope: { operation: OWN, role: 'administrator' }, isForeign: ofOther },
  NOBODY,
];

describe('statements about rows of somebody else', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  const tables: OwnedTable[] = [];
  const clients = new Map<string, pg.Client>();

  beforeAll(async () => {
    database = await migratedDatabase();
    admin = await connect(database.adminUrl);
    await loosen(admin);
    for (const { name } of DEFINITIONS) tables.push(...(await ownedTables(admin, name)));
    for (const role of DATABASE_ROLES) clients.set(role, await connect(database.url, role));
    for (const table of tables) await plant(table);
  }, 180_000);
  afterAll(async () => {
    for (const client of [admin, ...clients.values()]) await client.end();
    await database.drop();
  });

  async function plant(table: OwnedTable): Promise<void> {
    const whose = OPERATIONS.flatMap((operation) =>
      COUNTRIES.flatMap((country) => [true, false].map((isBare) => ({ operation, country, isBare }))),
    );
    await admin.query(whose.map((one) => `${insertOf(table, one)} on conflict do nothing`).join('; '));
  }

  const clientOf = (role: string): pg.Client => {
    const client = clients.get(role);
    if (!client) throw new Error(`nobody is connected as ${role}`);
    return client;
  };

  /** What comes of statements within a scope; nothing of it stays. */
  async function attempt(client: pg.Client, scope: RequestScope, statements: string[]): Promise<string[]> {
    const each = statements.map((sql, index) => `public.attempt(${pg.escapeLiteral(sql)}) as s${index}`);
    const results = (await client.query(
      `begin; ${scopeSettings(scope)}; select ${each.join(', ')}; rollback`,
    )) as unknown as pg.QueryResult<Record<string, string>>[];
    return Object.values(results[2]?.rows[0] ?? {});
  }

  function statementsOf(table: OwnedTable, { scope, isForeign }: Asked): string[] {
    const name = `"${table.schema}"."${table.table}"`;
    const where = isForeign(table);
    const column = table.columns[0]?.name ?? '';
    const foreign = { operation: OTHER, country: scope.country === 'KZ' ? 'UZ' : 'KZ', isBare: false };
    return [
      `select from ${name} where ${where}`,
      `update ${name} set "${column}" = "${column}" where ${where}`,
      `delete from ${name} where ${where}`,
      insertOf(table, foreign),
    ];
  }

  it('reach none, whoever asks as whatever role', async () => {
    const reached: string[] = [];
    let count = 0;
    for (const table of tables) {
      if (REGISTERS.some((name) => `${table.schema}.${table.table}`.endsWith(name))) continue;
      for (const asked of ASKED) {
        const statements = statementsOf(table, asked);
        const got = await attempt(clientOf(`${table.schema}_web`), asked.scope, statements);
        count += got.length;
        got.forEach((reach, index) => {
          if (reach !== '0' && reach !== 'refused')
            reached.push(`${asked.name}: ${reach} by ${statements[index]?.slice(0, 160)}`);
        });
      }
    }
    process.stderr.write(`${count} statements on ${tables.length} tables\n`);
    expect(reached).toEqual([]);
    expect(count).toBeGreaterThan(1_000);
  });

  it('reach no table of another service, but for the events that workers read', async () => {
    const reached = new Set<string>();
    for (const table of tables)
      for (const role of DATABASE_ROLES.filter((name) => !name.startsWith(table.schema))) {
        const name = `"${table.schema}"."${table.table}"`;
        const [select, ...writes] = await attempt(clientOf(role), {}, statementsOf(table, NOBODY));
        if (select !== 'refused') reached.add(`${name} by ${role.split('_')[1]}`);
        expect(writes).toEqual(['refused', 'refused', 'refused']);
      }
    expect([...reached].sort()).toEqual(
      ['bulletin', 'coordination', 'reporting'].map((schema) => `"${schema}"."event" by worker`),
    );
  });

  it('are shown those of their own all the same', async () => {
    const own = async (schema: string, table: string, scope: RequestScope) =>
      Number((await attempt(clientOf(`${schema}_web`), scope, [`select from ${schema}.${table}`]))[0]);
    const point: RequestScope = { operation: OWN, role: 'contact_point', country: 'UZ' };
    expect(await own('reporting', 'revision', point)).toBe(2);
    expect(await own('reporting', 'revision', { operation: OWN, role: 'ocu_analyst' })).toBe(
      COUNTRIES.length,
    );
    expect(await own('bulletin', 'delivery', point)).toBeGreaterThan(0);
    expect(await own('coordination', 'closing', { operation: OWN, role: 'ocu_head' })).toBeGreaterThan(0);
    expect(await own('reporting', 'revision', {})).toBe(0);
  });
});
