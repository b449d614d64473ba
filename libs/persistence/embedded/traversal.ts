import { chownSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ServerUser } from './server-user.js';

function maySearch(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** The outermost folder on the way to `target` (itself included) that keeps the user out; undefined when the way is free. */
export function blockingFolder(target: string, user: ServerUser): string | undefined {
  const real = realpathSync(target);
  const way = [real];
  while (way[0] !== undefined && path.dirname(way[0]) !== way[0]) way.unshift(path.dirname(way[0]));
  return way.find((folder) => !maySearch(folder, user));
}

/** Gives a tree to the server's user, unless it has it already. Links are left alone. */
export function giveTo(folder: string, user: ServerUser | undefined): void {
  if (!user || statSync(folder).uid === user.uid) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const entry = path.join(folder, name);
    if (!lstatSync(entry).isSymbolicLink()) chownSync(entry, user.uid, user.gid);
  }
  // Last: an interrupted walk is begun again.
  chownSync(folder, user.uid, user.gid);
}
