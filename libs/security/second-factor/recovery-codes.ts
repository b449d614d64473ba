import { randomInt } from 'node:crypto';
import { hashToken } from '../tokens/token.js';

/** Crockford's alphabet: no I, L, O, U that are taken for another sign. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = 4;
export const RECOVERY_CODES = 10;

/** A fresh set, each `XXXX-XXXX-XXXX-XXXX` with 80 random bits: the way in when the authenticator is lost. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, makeCode);
}

/** What is kept of a code; however it was typed. 80 random bits need no slow hash. */
export function hashRecoveryCode(code: string): Buffer {
  return hashToken(canonical(code));
}

function makeCode(): string {
  const signs = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return signs.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? signs;
}

const canonical = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
