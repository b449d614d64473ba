import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type DataLayout } from './data-layout.js';

/** Passwords of the superuser and of the services' role; generated, readable by the owner of the data folder alone. */
export interface Passwords {
  readonly admin: string;
  readonly service: string;
}

function parse(text: string): Passwords | undefined {
  try {
    const { admin, service } = JSON.parse(text) as Partial<Passwords>;
    return admin && service ? { admin, service } : undefined;
  } catch {
    return undefined;
  }
}

/** The passwords of an existing cluster, or new ones for a new cluster. Throws PASSWORD_LOST. */
export function readOrMakePasswords(layout: DataLayout, clusterExists: boolean): Passwords {
  const known = existsSync(layout.passwords) ? parse(readFileSync(layout.passwords, 'utf8')) : undefined;
  if (known) return known;
  if (clusterExists) {
    throw new EmbeddedPostgresError(
      'PASSWORD_LOST',
      `The database in ${layout.cluster} is there, but its passwords (${layout.passwords}) are not. Restore that file, or delete the data folder ${layout.root} to begin with an empty database.`,
    );
  }
  const made = {
    admin: randomBytes(24).toString('base64url'),
    service: randomBytes(24).toString('base64url'),
  };
  const draft = `${layout.passwords}.draft`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600, flush: true });
  renameSync(draft, layout.passwords);
  return made;
}
