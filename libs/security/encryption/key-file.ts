import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a key file for `SecretBox.fromFile`, readable by its owner alone, unless it is there.
 * @returns whether it was made
 */
export function makeKeyFile(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
