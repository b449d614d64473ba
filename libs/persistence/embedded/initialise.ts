import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { draftOf } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type ServerUser } from './server-user.js';

/** What initdb needs. */
export interface InitialiseInput {
  readonly native: string;
  readonly cluster: string;
  readonly adminPassword: string;
  readonly user: ServerUser | undefined;
  /** False for throw-away clusters: skips the flush to the disk. */
  readonly durable: boolean;
}

function flags({ durable }: InitialiseInput, cluster: string, passwordFile: string): string[] {
  return [
    ...['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    // Sorting by code point and Unicode letter cases, on every machine the same.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--data-checksums', ...(durable ? [] : ['--no-sync'])],
  ];
}

function run(input: InitialiseInput, args: string[], cwd: string): Promise<void> {
  const command = path.join(input.native, 'bin', 'initdb');
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };
  return new Promise((resolve, reject) => {
    execFile(command, args, { ...input.user, env, cwd }, (error, stdout, stderr) => {
      if (!error) return resolve();
      const words = `${stdout}\n${stderr}`.trim().split('\n').slice(-6).join('\n') || error.message;
      reject(
        new EmbeddedPostgresError(
          'INITIALISATION_FAILED',
          `The database could not be made in ${input.cluster}. The last words of initdb:\n${words}`,
        ),
      );
    });
  });
}

function own(folder: string, user: ServerUser | undefined): void {
  if (user) chownSync(folder, user.uid, user.gid);
}

/** Makes the cluster: as a draft first, renamed once it is whole. */
export async function initialise(input: InitialiseInput): Promise<void> {
  const draft = draftOf(input.cluster);
  const secrets = mkdtempSync(path.join(tmpdir(), 'initdb-'));
  try {
    const passwordFile = path.join(secrets, 'password');
    writeFileSync(passwordFile, `${input.adminPassword}\n`, { mode: 0o600 });
    mkdirSync(draft, { mode: 0o700 });
    for (const entry of [secrets, passwordFile, draft]) own(entry, input.user);
    await run(input, flags(input, draft, passwordFile), draft);
    renameSync(draft, input.cluster);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}
