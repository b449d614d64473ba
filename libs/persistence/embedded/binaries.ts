import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type ServerUser } from './server-user.js';
import { blockingFolder } from './traversal.js';

/** The package that carries PostgreSQL for a platform, as embedded-postgres names it. */
export function platformPackage(
  platform: string = process.platform,
  architecture: string = process.arch,
): string {
  const system = platform === 'win32' ? 'windows' : platform;
  return `@embedded-postgres/${system}-${architecture}`;
}

/**
 * Folder `native` of the platform's package. Only its files are used, not the class of embedded-postgres: that one installs
 * exit hooks which stop the server, and then the process, in the middle of the application's own orderly stop.
 */
export function nativeFolder(name: string = platformPackage()): string {
  try {
    const here = createRequire(import.meta.url);
    const parent = createRequire(here.resolve('embedded-postgres'));
    return path.resolve(path.dirname(parent.resolve(name)), '..', 'native');
  } catch (error) {
    throw new EmbeddedPostgresError(
      'BINARIES_MISSING',
      `The PostgreSQL for this machine (${name}) is not installed. Run npm ci without --omit=optional; where no such package exists, set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function missingLinks(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links.filter(({ target }) => !existsSync(path.join(native, '..', target)));
}

/** Does what the package's install script should have done (npm may be told not to run scripts): library links and modes. */
export function completeBinaries(native: string): void {
  try {
    for (const { source, target } of missingLinks(native)) {
      symlinkSync(path.relative(path.dirname(target), source), path.join(native, '..', target));
    }
    for (const name of ['postgres', 'initdb']) {
      const file = path.join(native, 'bin', name);
      if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    }
  } catch (error) {
    throw new EmbeddedPostgresError(
      'INSTALL_SCRIPT_NOT_RUN',
      `The PostgreSQL in ${native} is incomplete: its install script was not run. Run: npm rebuild ${platformPackage()}`,
      { cause: error },
    );
  }
}

/** Copies the binaries (60 MB, once a version) to where the server's user can read them, if it cannot read the originals. */
export function reachableBinaries(
  native: string,
  user: ServerUser | undefined,
  stateFolder: string,
  log: (line: string) => void,
): string {
  if (!user || blockingFolder(path.join(native, 'bin'), user) === undefined) return native;
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(stateFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  log(`The user "postgres" cannot read ${native}: copying PostgreSQL to ${copy}`);
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(stateFolder, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) rmSync(draft, { recursive: true });
  else renameSync(draft, copy);
  return copy;
}
