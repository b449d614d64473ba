import { startGuarded, type GuardedProcess } from '#libs/processes/guarded-process.js';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { serverSignals } from './orphan.js';
import { type ServerUser } from './server-user.js';

/** What the server is started with. */
export interface ServerInput {
  readonly native: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly port: number;
  readonly user: ServerUser | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

function settingFlags(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Starts the server's process; it is not ready yet. */
export function startServerProcess(input: ServerInput): Promise<GuardedProcess> {
  const always = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return startGuarded({
    command: path.join(input.native, 'bin', 'postgres'),
    args: ['-D', input.cluster, '-p', String(input.port), ...settingFlags({ ...always, ...input.settings })],
    logFile: input.logFile,
    signals: serverSignals,
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
    cwd: input.cluster,
    ...input.user,
  });
}

/** PostgreSQL's code for a wrong password. */
const wrongPassword = '28P01';

async function answers(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== wrongPassword) return false;
    throw new EmbeddedPostgresError(
      'PASSWORD_REJECTED',
      'The database refuses the password kept beside it: passwords.json belongs to another database. Restore the right file, or delete the data folder to begin with an empty database.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Resolves once the server takes connections; recovery after a crash may take minutes and is reported. */
export async function waitForServer(
  server: GuardedProcess,
  adminUrl: string,
  log: (line: string) => void,
  timeoutMs = 300_000,
): Promise<void> {
  const begin = performance.now();
  let nextReport = 3000;
  while (!(await answers(adminUrl))) {
    const how = server.ended();
    if (how !== undefined) {
      throw new EmbeddedPostgresError(
        'SERVER_DIED',
        `PostgreSQL ended while starting (${how}). Its last lines:\n${server.lastLines(8)}`,
      );
    }
    const waited = performance.now() - begin;
    if (waited > timeoutMs) {
      throw new EmbeddedPostgresError(
        'SERVER_NOT_READY',
        `PostgreSQL did not get ready. Its last lines:\n${server.lastLines(8)}`,
      );
    }
    if (waited > nextReport) {
      log(`Waiting for PostgreSQL … ${Math.round(waited / 1000)} s (${server.lastLines(1)})`);
      nextReport += 3000;
    }
    await pause(15);
  }
}
