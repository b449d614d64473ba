import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A secret of 256 random bits, in 43 characters that fit into a cookie and an address. */
export function makeToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Whether the text can be a token at all. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN.test(text);
}

/** SHA-256 of a secret: the only thing of it that is kept. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
