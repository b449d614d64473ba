import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportJWK, generateKeyPair, importJWK } from 'jose';
import { type PublishedKey, publishedKey, type PublishedKeys } from './published-key.js';
import { type SigningKey } from './detached-jws.js';
import { SigningKeysError } from './signing-keys.error.js';

/** Name of the published keys in a key folder. */
export const KEYS_FILE = 'keys.json';

/** The private half of a key: readable by its owner alone, beside the published keys. */
export const privateKeyFile = (folder: string, kid: string): string =>
  path.join(folder, `key-${kid}.private.jwk`);

/** Makes a key and keeps its private half in the folder (0400 in 0700). Returns what is to be published. */
export async function makeKey(folder: string, times: { readonly from?: string }): Promise<PublishedKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { kty, crv, x = '', d } = await exportJWK(privateKey);
  const key = await publishedKey(x, times);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify({ kty, crv, x, d, kid: key.kid })}\n`;
  await writeFile(privateKeyFile(folder, key.kid), text, { flag: 'wx', mode: 0o400, flush: true });
  return key;
}

/**
 * Reads a private key.
 * @throws SigningKeysError where others may read it or it is no private Ed25519 key
 */
export async function readPrivateKey(file: string): Promise<SigningKey> {
  await refuseOpenFile(file);
  const unusable = new SigningKeysError(`${file} is no private Ed25519 key (JWK with kty, crv, x and d).`);
  try {
    const { kty, crv, x, d } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || typeof d !== 'string') throw unusable;
    const key = await importJWK({ kty, crv, x, d }, 'EdDSA');
    return { kid: (await publishedKey(x)).kid, key };
  } catch {
    // What the parser says could show a part of the key.
    throw unusable;
  }
}

/** Windows has no such modes. */
async function refuseOpenFile(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new SigningKeysError(
    `Others than its owner may open the private key ${file}. Run "chmod 0400" on it as the user that signs; if others could read it, revoke the key.`,
  );
}

/** Publishes the first keys unless somebody has published some; of several at once one wins. Says whether it did. */
export async function publishFirst(folder: string, keys: PublishedKeys): Promise<boolean> {
  const draft = await writeDraft(folder, keys);
  try {
    await link(draft, path.join(folder, KEYS_FILE));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Replaces the published keys; readers see the old or the new ones, never a part. */
export async function publish(folder: string, keys: PublishedKeys): Promise<void> {
  await rename(await writeDraft(folder, keys), path.join(folder, KEYS_FILE));
}

async function writeDraft(folder: string, keys: PublishedKeys): Promise<string> {
  const draft = path.join(folder, `${KEYS_FILE}.${process.pid}.${keys.keys.at(-1)?.kid ?? ''}`);
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o644, flush: true });
  return draft;
}
