import { afterAll, describe, expect, it } from '@jest/globals';
import { identify } from '#libs/processes/process-identity.js';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { eventually } from '../../../test/support/probe.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'postgres-crash-'));
chmodSync(scratch, 0o755);
/** Of the tests for which it does not matter who made the cluster: making one takes longer than all else they do. */
const sharedFolder = path.join(scratch, 'shared');
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});

const settings = { fsync: 'off' };
const isRoot = process.getuid?.() === 0;

interface Program {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly guardPid: number;
  readonly url: string;
}

async function startProgram(dataFolder: string, uid?: number): Promise<Program> {
  const loader = path.resolve('test/support/typescript-loader.mjs');
  const script = path.resolve('libs/persistence/embedded/embedded-postgres.child.ts');
  const child = spawn(process.execPath, ['--import', loader, script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  await eventually(() => output.includes('\n'), {
    describe: 'the program to start its server',
    timeoutMs: 50_000,
  });
  return { child, ...(JSON.parse(output) as Omit<Program, 'child'>) };
}

async function execute(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<pg.QueryResultRow>(sql)).rows;
  } finally {
    await client.end();
  }
}

const gone = (pid: number) =>
  eventually(() => identify(pid) === undefined, { describe: `process ${pid} to end` });

describe('a program with an embedded server that is killed', () => {
  it('takes the server with it', async () => {
    const { child, pid } = await startProgram(sharedFolder);
    child.kill('SIGKILL');
    await gone(pid);
  });

  it('leaves an orphan only when its guard is killed too, and the next start stops that and has the data', async () => {
    const { child, pid, guardPid, url } = await startProgram(sharedFolder);
    await execute(url, `create table kept as select 'Poti' as port`);
    process.kill(guardPid, 'SIGKILL');
    child.kill('SIGKILL');
    await gone(child.pid ?? 0);
    expect(identify(pid)).toBeDefined();
    const lines: string[] = [];
    const next = await startEmbeddedPostgres({ dataFolder: sharedFolder, log: (line) => lines.push(line) });
    try {
      expect(identify(pid)).toBeUndefined();
      expect(lines.join('\n')).toContain(`Stopped the PostgreSQL server (process ${pid})`);
      expect(await execute(next.url(), 'select port from kept')).toEqual([{ port: 'Poti' }]);
    } finally {
      await next.stop();
    }
  });

  it('is found by postmaster.pid when the claim is lost', async () => {
    const { child, pid, guardPid } = await startProgram(sharedFolder);
    process.kill(guardPid, 'SIGKILL');
    child.kill('SIGKILL');
    await gone(child.pid ?? 0);
    rmSync(path.join(sharedFolder, 'server.json'));
    const next = await startEmbeddedPostgres({ dataFolder: sharedFolder });
    expect(identify(pid)).toBeUndefined();
    await next.stop();
  });
});

describe('leftovers', () => {
  it('of a foreign process under the old number are not touched', async () => {
    const first = await startEmbeddedPostgres({ dataFolder: sharedFolder, settings });
    await first.stop();
    const foreign = spawn('sleep', ['600']);
    children.push(foreign);
    writeFileSync(
      path.join(first.cluster, 'postmaster.pid'),
      `${foreign.pid ?? 0}\n${first.cluster}\n1\n5432\n`,
    );
    const second = await startEmbeddedPostgres({ dataFolder: sharedFolder, settings });
    await second.stop();
    expect(identify(foreign.pid ?? 0)).toBeDefined();
  });

  it('of an interrupted initdb are removed and said', async () => {
    const dataFolder = path.join(scratch, 'interrupted');
    mkdirSync(path.join(dataFolder, 'pgdata.initialising-1'), { recursive: true });
    writeFileSync(path.join(dataFolder, 'pgdata.initialising-1', 'PG_VERSION'), '18\n');
    chmodSync(dataFolder, 0o755);
    const lines: string[] = [];
    const server = await startEmbeddedPostgres({ dataFolder, settings, log: (line) => lines.push(line) });
    await server.stop();
    expect(lines.join('\n')).toContain('the making of that database was interrupted');
    expect(readdirSync(dataFolder).filter((name) => name.includes('initialising'))).toEqual([]);
  });

  it('of a half-made cluster are set aside, not deleted', async () => {
    const dataFolder = path.join(scratch, 'half');
    mkdirSync(path.join(dataFolder, 'pgdata'), { recursive: true });
    writeFileSync(path.join(dataFolder, 'pgdata', 'PG_VERSION'), '18\n');
    const lines: string[] = [];
    const server = await startEmbeddedPostgres({ dataFolder, settings, log: (line) => lines.push(line) });
    await server.stop();
    expect(lines.join('\n')).toContain('holds no whole database');
    expect(existsSync(path.join(dataFolder, 'pgdata.half-made-1', 'PG_VERSION'))).toBe(true);
  });

  it('of another version are refused untouched', async () => {
    const dataFolder = path.join(scratch, 'older');
    mkdirSync(path.join(dataFolder, 'pgdata', 'global'), { recursive: true });
    writeFileSync(path.join(dataFolder, 'pgdata', 'PG_VERSION'), '15\n');
    writeFileSync(path.join(dataFolder, 'pgdata', 'global', 'pg_control'), '');
    await expect(startEmbeddedPostgres({ dataFolder, settings })).rejects.toMatchObject({
      code: 'DATA_OF_OTHER_VERSION',
      message: expect.stringContaining('is of PostgreSQL 15; this program brings 18'),
    });
    expect(readFileSync(path.join(dataFolder, 'pgdata', 'PG_VERSION'), 'utf8')).toBe('15\n');
  });

  it('without passwords are said to be so', async () => {
    const first = await startEmbeddedPostgres({ dataFolder: sharedFolder, settings });
    await first.stop();
    rmSync(path.join(sharedFolder, 'passwords.json'));
    await expect(startEmbeddedPostgres({ dataFolder: sharedFolder, settings })).rejects.toMatchObject({
      code: 'PASSWORD_LOST',
    });
    writeFileSync(path.join(sharedFolder, 'passwords.json'), JSON.stringify({ admin: 'a', service: 'b' }));
    await expect(startEmbeddedPostgres({ dataFolder: sharedFolder, settings })).rejects.toMatchObject({
      code: 'PASSWORD_REJECTED',
    });
  });
});

// Only root can be somebody else; run by anybody else, every test above already ran as an ordinary user.
if (isRoot) {
  describe('the user of the server', () => {
    it('is not root although the program is', async () => {
      const dataFolder = path.join(scratch, 'as-root');
      const server = await startEmbeddedPostgres({ dataFolder, settings });
      expect(statSync(server.cluster).uid).not.toBe(0);
      expect(statSync(path.join(dataFolder, 'passwords.json')).uid).toBe(0);
      await server.stop();
    });

    it('is the one of the program when that is an ordinary one', async () => {
      const nobody = 65_534;
      const dataFolder = path.join(scratch, 'as-nobody');
      mkdirSync(dataFolder);
      chownSync(dataFolder, nobody, nobody);
      const { child, pid, url } = await startProgram(dataFolder, nobody);
      expect(statSync(path.join(dataFolder, 'pgdata')).uid).toBe(nobody);
      expect(await execute(url, 'select 1 as one')).toEqual([{ one: 1 }]);
      child.kill('SIGKILL');
      await gone(pid);
    });

    it('gets another place when the data folder lies under a closed home, and the data is kept there', async () => {
      const home = path.join(scratch, 'home');
      mkdirSync(home, { mode: 0o700 });
      const dataFolder = path.join(home, 'project', '.data');
      const stateFolder = path.join(scratch, 'state');
      const lines: string[] = [];
      const start = () =>
        startEmbeddedPostgres({ dataFolder, stateFolder, settings, log: (line) => lines.push(line) });
      const first = await start();
      await execute(first.url(), 'create table kept as select 1 as one');
      await first.stop();
      expect(lines.join('\n')).toContain(`which ${home} keeps out: the database lies in ${first.cluster}`);
      expect(first.cluster.startsWith(stateFolder)).toBe(true);
      expect(readFileSync(path.join(dataFolder, 'WHERE-THE-DATABASE-IS.txt'), 'utf8')).toBe(
        `${first.cluster}\n`,
      );
      const second = await start();
      expect(await execute(second.url(), 'select one from kept')).toEqual([{ one: 1 }]);
      await second.stop();
      rmSync(dataFolder, { recursive: true });
      const third = await start();
      await expect(execute(third.url(), 'select one from kept')).rejects.toMatchObject({ code: '42P01' });
      await third.stop();
      expect(lines.join('\n')).toContain('was set aside');
    });

    it('is named with the closed folder when no other place can be made', async () => {
      const home = path.join(scratch, 'home-2');
      mkdirSync(home, { mode: 0o700 });
      const file = path.join(scratch, 'file');
      writeFileSync(file, '');
      const start = startEmbeddedPostgres({
        dataFolder: path.join(home, 'data'),
        stateFolder: path.join(file, 'state'),
      });
      await expect(start).rejects.toMatchObject({
        code: 'FOLDER_NOT_TRAVERSABLE',
        message: expect.stringContaining(`chmod o+x ${home}`),
      });
    });
  });
}
