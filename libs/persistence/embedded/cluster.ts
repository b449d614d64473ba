import { accessSync, constants, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Why a cluster is only renamed into place when initdb has finished: a folder of this name is whole. */
const draftMark = '.initialising-';

/** Name for initdb to work in. */
export function draftOf(cluster: string): string {
  return `${cluster}${draftMark}${process.pid}`;
}

function removeDrafts(cluster: string, log: (line: string) => void): void {
  const folder = path.dirname(cluster);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${path.basename(cluster)}${draftMark}`)) continue;
    log(`Removing ${path.join(folder, name)}: the making of that database was interrupted.`);
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function setAsideHalfMade(cluster: string, log: (line: string) => void): void {
  let number = 1;
  while (existsSync(`${cluster}.half-made-${number}`)) number += 1;
  const aside = `${cluster}.half-made-${number}`;
  renameSync(cluster, aside);
  log(
    `${cluster} holds no whole database (no PG_VERSION or no control file): set aside as ${aside}, beginning anew.`,
  );
}

function requireVersion(cluster: string, major: string): void {
  const found = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new EmbeddedPostgresError(
    'DATA_OF_OTHER_VERSION',
    `The database in ${cluster} is of PostgreSQL ${found}; this program brings ${major}. Choose another data folder, or move the data with pg_dump of version ${found}.`,
  );
}

function requireAccess(cluster: string): void {
  try {
    accessSync(cluster, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'FOLDER_NOT_WRITABLE',
      `The database in ${cluster} belongs to another user (it was made by root?). Start Caravanserai as before, give the folder to yourself with chown -R, or choose another data folder.`,
      { cause: error },
    );
  }
}

/** Mends what an interrupted start left behind; true when a whole cluster of the right version is there. */
export function clusterIsReady(cluster: string, major: string, log: (line: string) => void): boolean {
  removeDrafts(cluster, log);
  if (!existsSync(cluster)) return false;
  requireAccess(cluster);
  const whole = ['PG_VERSION', path.join('global', 'pg_control')].every((name) =>
    existsSync(path.join(cluster, name)),
  );
  if (!whole) {
    setAsideHalfMade(cluster, log);
    return false;
  }
  requireVersion(cluster, major);
  return true;
}
