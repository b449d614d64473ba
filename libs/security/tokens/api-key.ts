import { randomBytes } from 'node:crypto';
import { hashToken, makeToken } from './token.js';

/** Beginning of every key, by which scanners of repositories and mails find one. */
const PREFIX = 'cvs';
const KEY = /^cvs_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** The longest life of a key, in days. */
export const MAX_API_KEY_DAYS = 90;

/** A new key. */
export interface MadeApiKey {
  /** Stands in the key: by it the key is found, shown and revoked. */
  readonly keyId: string;
  /** `cvs_<keyId>_<secret>`; shown once. */
  readonly key: string;
  readonly secretHash: Buffer;
}

export function makeApiKey(): MadeApiKey {
  const keyId = randomBytes(8).toString('hex');
  const secret = makeToken();
  return { keyId, key: `${PREFIX}_${keyId}_${secret}`, secretHash: hashToken(secret) };
}

/** The parts of `cvs_<keyId>_<secret>`; undefined for anything else. */
export function readApiKey(text: string): Omit<MadeApiKey, 'key'> | undefined {
  const [, keyId, secret] = KEY.exec(text) ?? [];
  if (keyId === undefined || secret === undefined) return undefined;
  return { keyId, secretHash: hashToken(secret) };
}

/** What may be shown of a key for good: `cvs_<keyId>`. */
export const shownApiKey = (keyId: string): string => `${PREFIX}_${keyId}`;
