import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type ServerUser } from './server-user.js';
import { blockingFolder } from './traversal.js';

/** Where the files of one embedded server lie. */
export interface DataLayout {
  /** The folder the caller named: passwords, log, claim. */
  readonly root: string;
  /** The cluster itself; below `root`, or in the state folder when the server's user cannot reach `root`. */
  readonly cluster: string;
  readonly passwords: string;
  readonly log: string;
}

/** Where root's server keeps what must not lie under a closed home. */
export const defaultStateFolder = '/var/lib/caravanserai';

function notWritable(folder: string, error: unknown): EmbeddedPostgresError {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new EmbeddedPostgresError(
    'FOLDER_NOT_WRITABLE',
    `The data folder ${folder} cannot be written (${reason}). Choose another one or mend its rights.`,
    { cause: error },
  );
}

function makeFolder(folder: string): void {
  try {
    const firstMade = mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    // Under a strict umask the new folders would keep the server's user out.
    for (
      let made = folder;
      firstMade !== undefined && made.length >= firstMade.length;
      made = path.dirname(made)
    ) {
      chmodSync(made, 0o711);
    }
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function outsideCluster(root: string, stateFolder: string, blocking: string): string {
  const own = path.join(stateFolder, createHash('sha256').update(root).digest('hex').slice(0, 12));
  try {
    mkdirSync(own, { recursive: true, mode: 0o755 });
    chmodSync(own, 0o711);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'FOLDER_NOT_TRAVERSABLE',
      `PostgreSQL runs as the user "postgres", which ${blocking} keeps out, and ${stateFolder} cannot be made instead. Run "chmod o+x ${blocking}", or choose a data folder outside of it.`,
      { cause: error },
    );
  }
  return path.join(own, 'pgdata');
}

function setAside(cluster: string, log: (line: string) => void): void {
  let number = 1;
  while (existsSync(`${cluster}.set-aside-${number}`)) number += 1;
  renameSync(cluster, `${cluster}.set-aside-${number}`);
  log(`A database of a deleted data folder was set aside: ${cluster}.set-aside-${number}`);
}

/** Makes the data folder and decides where the cluster lies. Throws FOLDER_NOT_WRITABLE or FOLDER_NOT_TRAVERSABLE. */
export function layOut(
  dataFolder: string,
  user: ServerUser | undefined,
  stateFolder: string,
  log: (line: string) => void,
): DataLayout {
  const root = path.resolve(dataFolder);
  makeFolder(root);
  const at = (name: string) => path.join(root, name);
  const layout = { root, cluster: at('pgdata'), passwords: at('passwords.json'), log: at('server.log') };
  const blocking = user && blockingFolder(root, user);
  if (blocking === undefined) return layout;
  const cluster = outsideCluster(root, stateFolder, blocking);
  log(`PostgreSQL runs as the user "postgres", which ${blocking} keeps out: the database lies in ${cluster}`);
  writeFileSync(at('WHERE-THE-DATABASE-IS.txt'), `${cluster}\n`);
  if (existsSync(cluster) && !existsSync(layout.passwords)) setAside(cluster, log);
  return { ...layout, cluster };
}
