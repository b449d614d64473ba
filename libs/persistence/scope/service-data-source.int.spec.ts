import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { BY_OCU, OF_OWN_COUNTRY } from '#libs/security/row-conditions.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { createDataSource, migrate } from '../data-source.js';
import { applyRights } from '../rights/apply-rights.js';
import { assertOrdinaryLogin } from '../rights/assert-ordinary-login.js';
import { ALL_VERBS, on } from '../rights/table-rights.js';
import { UnitOfWork } from '../unit-of-work.js';
import { asService, currentScope, withinRequest, type RequestScope } from './database-scope.js';
import { scopeSettings } from './scope-settings.js';
import { ServiceDataSource } from './service-data-source.js';

const SCHEMA = 'reporting';
const point = (country: string): RequestScope => ({ operation: 'one', role: 'contact_point', country });

describe('the database of a service', () => {
  let database: TestDatabase;
  let source: ServiceDataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const owner = createDataSource({ databaseUrl: database.url, schema: SCHEMA, migrations: [] });
    await migrate(owner, SCHEMA);
    await owner.query('create table note (operation text, country text, text text)');
    await owner.query(`insert into note values ('one', 'KZ', 'a'), ('one', 'UZ', 'b'), ('two', 'KZ', 'c')`);
    const note = { web: [on(OF_OWN_COUNTRY, ...ALL_VERBS), on(BY_OCU, 'select')], worker: ALL_VERBS };
    await applyRights(owner, SCHEMA, { note });
    await owner.destroy();
    // One connection of each role: whoever asks gets what the one before has left.
    source = new ServiceDataSource({
      ...{ databaseUrl: database.url, schema: SCHEMA, migrations: [], poolSize: 1 },
    });
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const texts = async (): Promise<string[]> => {
    const rows = await source.query<{ text: string }[]>('select text from note order by text');
    return rows.map(({ text }) => text);
  };

  it('shows a request the rows of its scope, on one connection after another', async () => {
    expect(await withinRequest(point('KZ'), texts)).toEqual(['a']);
    expect(await withinRequest(point('UZ'), texts)).toEqual(['b']);
    expect(await withinRequest({ operation: 'one', role: 'ocu_head' }, texts)).toEqual(['a', 'b']);
    expect(await withinRequest({ operation: 'one', role: 'participant', country: 'KZ' }, texts)).toEqual([]);
  });

  it('shows nothing to whatever nobody gave a scope to, whoever asked before', async () => {
    expect(await withinRequest(point('KZ'), texts)).toEqual(['a']);
    expect(currentScope()).toBe('nobody');
    expect(await texts()).toEqual([]);
    expect(await withinRequest({}, texts)).toEqual([]);
  });

  it('leaves nothing on a connection after an error either', async () => {
    await expect(withinRequest(point('KZ'), () => source.query('select 1 / 0'))).rejects.toThrow(/division/);
    expect(await texts()).toEqual([]);
  });

  it('holds in transactions, also with a level of their own, and refuses to write what is not of the scope', async () => {
    const unitOfWork = new UnitOfWork(source);
    const inTransaction = () => unitOfWork.run((manager) => manager.query('select text from note'));
    expect(await withinRequest(point('UZ'), inTransaction)).toEqual([{ text: 'b' }]);
    const level = () =>
      source.transaction('REPEATABLE READ', (manager) =>
        manager.query(`select text, current_setting('transaction_isolation') as level from note`),
      );
    expect(await withinRequest(point('UZ'), level)).toEqual([{ text: 'b', level: 'repeatable read' }]);
    const write = (country: string) => () =>
      unitOfWork.run((manager) => manager.query(`insert into note values ('one', $1, 'd')`, [country]));
    await expect(withinRequest(point('UZ'), write('KZ'))).rejects.toThrow(/row-level security/);
    await withinRequest(point('UZ'), write('UZ'));
    expect(await withinRequest(point('UZ'), texts)).toEqual(['b', 'd']);
  });

  it('keeps requests apart that run at the same time', async () => {
    const countries = Array.from({ length: 40 }, (_none, index) => (index % 2 === 0 ? 'KZ' : 'AM'));
    const seen = await Promise.all(countries.map((country) => withinRequest(point(country), texts)));
    expect(seen).toEqual(countries.map((country) => (country === 'KZ' ? ['a'] : [])));
  });

  it('does the work of the service over connections of its own', async () => {
    expect(await asService(texts)).toContain('c');
    expect(await asService(() => source.query('select current_user as who'))).toEqual([
      { who: 'reporting_worker' },
    ]);
    expect(await source.query('select current_user as who')).toEqual([{ who: 'reporting_web' }]);
  });

  it('would show the next one what a plain SET has left: why settings are those of a transaction', async () => {
    const pool = new pg.Pool({
      connectionString: database.url,
      max: 1,
      options: `-c search_path=${SCHEMA} -c role=reporting_web`,
    });
    await pool.query(scopeSettings(point('KZ')).replaceAll(', true)', ', false)'));
    const { rows } = await pool.query('select text from note');
    await pool.end();
    expect(rows).toEqual([{ text: 'a' }]);
  });

  it('refuses to be reached as a superuser, and says what to do', async () => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const connection = { query: async (sql: string) => (await admin.query(sql)).rows as unknown };
    await expect(assertOrdinaryLogin(connection)).rejects.toThrow(/a superuser \(postgres\).*DATABASE_URL/s);
    await admin.end();
    await expect(assertOrdinaryLogin(source)).resolves.toBeUndefined();
  });

  it('costs a request two round trips for a statement of its own', async () => {
    const median = async (ask: () => Promise<unknown>): Promise<number> => {
      const times: number[] = [];
      for (let n = 0; n < 200; n++) {
        const begun = performance.now();
        await ask();
        times.push(performance.now() - begun);
      }
      return times.sort((one, other) => one - other)[100] ?? 0;
    };
    const ask = () => withinRequest(point('KZ'), texts);
    await median(ask);
    const [plain, scoped] = [await median(() => asService(texts)), await median(ask)];
    const line = `a statement: ${plain.toFixed(2)} ms as the service, ${scoped.toFixed(2)} ms within a scope, p50`;
    process.stderr.write(`${line}, ${(scoped / plain).toFixed(1)} times\n`);
    expect(scoped / plain).toBeLessThan(20);
  });
});
