import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'postgres-spec-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const settings = { fsync: 'off' };
// The scratch folder of mkdtemp keeps the server's user out; this one does not.
const stateFolder = `${scratch}-state`;
afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('an embedded PostgreSQL', () => {
  const dataFolder = path.join(scratch, 'data');
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataFolder, settings, stateFolder });
  });
  afterAll(() => server.stop());

  it('has checksums, UTF-8 and sorting by code point', async () => {
    const [row] = await query(
      server.url(),
      `select current_setting('data_checksums') checksums, current_setting('server_encoding') encoding,
        datlocprovider provider, datlocale locale, datcollate collate, current_setting('timezone') zone
        from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      ...{ checksums: 'on', encoding: 'UTF8', zone: 'UTC' },
      ...{ provider: 'b', locale: 'C.UTF-8', collate: 'C' },
    });
    expect(await query(server.url(), `select upper('порт') upper, 'Z' < 'a' as sorted`)).toEqual([
      { upper: 'ПОРТ', sorted: true },
    ]);
  });

  it('gives the services a role that owns its database and nothing else', async () => {
    const [role] = await query(
      server.url(),
      `select current_user::text as name, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls,
        (select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()) as owner
        from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({
      ...{ name: 'caravanserai', owner: 'caravanserai' },
      ...{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false },
    });
    await query(server.url(), 'create schema reporting');
  });

  it('keeps its passwords to the owner of the folder and asks for them', async () => {
    const file = path.join(dataFolder, 'passwords.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const url = new URL(server.url());
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('listens on the loopback interface alone', async () => {
    const rows = await query(
      server.adminUrl,
      `select current_setting('listen_addresses') l, current_setting('unix_socket_directories') u`,
    );
    expect(rows).toEqual([{ l: '127.0.0.1', u: '' }]);
  });

  it('makes and drops further databases', async () => {
    await server.ensureDatabase('replay');
    await server.ensureDatabase('replay');
    expect(await query(server.url('replay'), 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.dropDatabase('replay');
    await expect(query(server.url('replay'), 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('is refused to a second program while it runs', async () => {
    await expect(startEmbeddedPostgres({ dataFolder, stateFolder })).rejects.toMatchObject({
      code: 'FOLDER_IN_USE',
      message: expect.stringContaining(`in use by process ${process.pid}`),
    });
    expect(await query(server.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps data and passwords between starts', async () => {
    await query(server.url(), `create table kept as select 'Aktau' as port`);
    const before = server.url();
    await server.stop();
    server = await startEmbeddedPostgres({ dataFolder, port: server.port, settings, stateFolder });
    expect(server.url()).toBe(before);
    expect(await query(server.url(), 'select port from kept')).toEqual([{ port: 'Aktau' }]);
  });

  it('leaves no claim and no server after a start that fails', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', () => resolve()));
    const address = busy.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const other = path.join(scratch, 'busy');
    try {
      await expect(
        startEmbeddedPostgres({ dataFolder: other, port, settings, stateFolder }),
      ).rejects.toMatchObject({
        code: 'PORT_BUSY',
        message: `Port ${port} of 127.0.0.1 is in use. Stop the program that holds it or choose another port.`,
      });
      expect(readdirSync(other)).not.toContain('server.json');
    } finally {
      await new Promise((resolve) => busy.close(resolve));
    }
  });

  it('names a data folder that cannot be made', async () => {
    const file = path.join(scratch, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataFolder: path.join(file, 'data') })).rejects.toMatchObject({
      code: 'FOLDER_NOT_WRITABLE',
      message: expect.stringContaining('cannot be written (ENOTDIR)'),
    });
  });

  it('says why the server died, in its own words', async () => {
    const other = path.join(scratch, 'bad-setting');
    await expect(
      startEmbeddedPostgres({ dataFolder: other, settings: { fsync: 'off', wal_level: 'odd' }, stateFolder }),
    ).rejects.toMatchObject({ code: 'SERVER_DIED', message: expect.stringContaining('wal_level') });
    expect(readFileSync(path.join(other, 'server.log'), 'utf8')).toContain('wal_level');
  });
});
