import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './postgres.js';

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<pg.QueryResultRow>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function database(...options: Parameters<typeof createTestDatabase>): Promise<TestDatabase> {
  const one = await createTestDatabase(...options);
  made.push(one);
  return one;
}

describe('a test database', () => {
  it('belongs to its user, who is no superuser', async () => {
    const { url } = await database();
    await query(url, 'create schema mine');
    expect(await query(url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false },
    ]);
  });

  it('is one of its own for every caller', async () => {
    const [first, second] = await Promise.all([database(), database()]);
    await query(first.url, 'create table only_here (id int)');
    await expect(query(second.url, 'select * from only_here')).rejects.toMatchObject({ code: '42P01' });
  });

  it('is cloned from a template that is migrated once although callers come at once', async () => {
    let migrations = 0;
    const template = {
      name: 'postgres.int.spec',
      migrate: async (url: string) => {
        migrations += 1;
        await query(url, `create table port as select 'Baku' as name`);
      },
    };
    const clones = await Promise.all([1, 2, 3].map(() => database({ template })));
    expect(migrations).toBe(1);
    for (const { url } of clones) {
      expect(await query(url, 'select name from port')).toEqual([{ name: 'Baku' }]);
      await query(url, `insert into port values ('Poti')`);
    }
  });

  it('passes the error of a failed migration on, and the next caller tries again', async () => {
    const name = 'postgres.int.spec: broken';
    const migrate = () => Promise.reject(new Error('syntax error in 001.sql'));
    await expect(database({ template: { name, migrate } })).rejects.toThrow('syntax error in 001.sql');
    const mended = await database({
      template: { name, migrate: (url) => query(url, 'create table port (name text)') },
    });
    expect(await query(mended.url, 'select * from port')).toEqual([]);
  });

  it('is gone after drop, although connections are open', async () => {
    const { url, drop } = await createTestDatabase();
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await drop();
    await expect(query(url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
