import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SigningKeysError } from './signing-keys.error.js';

/**
 * Changes the keys of a folder while nobody else does: two that read, change and publish at once would lose a revocation.
 * @throws SigningKeysError where somebody else is at it
 */
export async function withKeyLock<T>(folder: string, change: () => Promise<T>): Promise<T> {
  const lock = path.join(folder, 'keys.lock');
  await take(lock);
  try {
    return await change();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<void> {
  try {
    await writeFile(lock, `${process.pid}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new SigningKeysError(
      `Somebody else is changing the keys: ${lock} names the process. If it was broken off, remove that file and try again.`,
    );
  }
}
