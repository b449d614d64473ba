import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { withKeyLock } from './key-lock.js';
import { withEnd } from './key-validity.domain.js';
import { KEYS_FILE, makeKey, privateKeyFile, publish, publishFirst } from './key-files.js';
import { type PublishedKey, readPublishedKeys, type PublishedKeys } from './published-key.js';
import { SigningKeysError } from './signing-keys.error.js';

const HOUR_IN_MS = 3_600_000;

/**
 * Makes the first key of a folder that has none; several processes that begin at once end up with one key.
 * @param from first instant for which it is valid; absent: any
 * @returns the key, or undefined where there were keys already
 */
export async function createFirstKey(folder: string, from?: string): Promise<PublishedKey | undefined> {
  if (await publishedIn(folder)) return undefined;
  const key = await makeKey(folder, from === undefined ? {} : { from });
  if (await publishFirst(folder, { keys: [key] })) return key;
  await rm(privateKeyFile(folder, key.kid), { force: true });
  return undefined;
}

/**
 * A new key signs from `at` on. Those before it stay valid for `overlapHours` more, so that a process that has not read
 * the new list yet still signs validly, and for ever for what was issued until then.
 * @param hash of the published keys for which the change was approved; with others it is refused
 * @throws SigningKeysError where there are no keys yet, one that is not revoked begins later, or somebody else is changing them
 */
export async function rotateKey(
  folder: string,
  at: string,
  overlapHours: number,
  hash?: string,
): Promise<PublishedKey> {
  return changeKeys(folder, hash, async (keys) => {
    refuseLater(keys, at);
    const end = new Date(Date.parse(at) + overlapHours * HOUR_IN_MS).toISOString();
    const key = await makeKey(folder, { from: at });
    await publish(folder, { keys: [...keys.map((old) => withEnd(old, end)), key] });
    return key;
  });
}

function refuseLater(keys: PublishedKeys['keys'], at: string): void {
  const later = keys.find(
    ({ from, revoked }) => revoked === undefined && from !== undefined && Date.parse(from) >= Date.parse(at),
  );
  if (!later) return;
  const { kid, from = '' } = later;
  throw new SigningKeysError(
    `The key ${kid} begins at ${from}, not before ${at}. Revoke it if it must not sign.`,
  );
}

/**
 * Names a key as revoked and takes its private half out of use.
 * @param hash as of `rotateKey`
 * @throws SigningKeysError for a key that is not published, or where somebody else is changing the keys
 */
export async function revokeKey(
  folder: string,
  kid: string,
  at: string,
  hash?: string,
): Promise<PublishedKey> {
  return changeKeys(folder, hash, async (keys) => {
    const found = keys.find((key) => key.kid === kid);
    if (!found) throw new SigningKeysError(`There is no key ${kid} in ${path.join(folder, KEYS_FILE)}.`);
    const revoked = { ...found, revoked: found.revoked ?? at };
    await publish(folder, { keys: keys.map((key) => (key === found ? revoked : key)) });
    await rm(privateKeyFile(folder, kid), { force: true });
    return revoked;
  });
}

/** SHA-256 of the published keys, as an approval names them. @throws SigningKeysError where there are none */
export async function publishedKeysHash(folder: string): Promise<string> {
  await requirePublished(folder);
  return createHash('sha256')
    .update(await readFile(path.join(folder, KEYS_FILE)))
    .digest('hex');
}

async function changeKeys(
  folder: string,
  hash: string | undefined,
  change: (keys: PublishedKeys['keys']) => Promise<PublishedKey>,
): Promise<PublishedKey> {
  await requirePublished(folder);
  return withKeyLock(folder, async () => {
    if (hash !== undefined && hash !== (await publishedKeysHash(folder)))
      throw new SigningKeysError(
        `The keys in ${folder} are others than those of the approval: propose anew.`,
      );
    return change((await requirePublished(folder)).keys);
  });
}

async function requirePublished(folder: string): Promise<PublishedKeys> {
  const found = await publishedIn(folder);
  if (found) return found;
  throw new SigningKeysError(
    `There are no keys in ${folder}. Make the first one: npm run cli -- keys create.`,
  );
}

async function publishedIn(folder: string): Promise<PublishedKeys | undefined> {
  const file = path.join(folder, KEYS_FILE);
  try {
    return await readPublishedKeys(await readFile(file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
