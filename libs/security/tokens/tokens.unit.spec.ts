import { describe, expect, it } from '@jest/globals';
import { makeApiKey, readApiKey, shownApiKey } from './api-key.js';
import { hashToken, isToken, makeToken } from './token.js';

describe('a token', () => {
  it('has 256 random bits and fits into a cookie', () => {
    const tokens = Array.from({ length: 50 }, makeToken);
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokens.every(isToken)).toBe(true);
  });

  it.each([undefined, '', 'short', `${'a'.repeat(42)}=`, 'a'.repeat(44), `${'a'.repeat(42)}\n`])(
    'is not %p',
    (text) => {
      expect(isToken(text)).toBe(false);
    },
  );

  it('is kept as its SHA-256', () => {
    expect(hashToken('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('an API key', () => {
  it('names itself and holds a secret of which the hash alone is kept', () => {
    const { key, keyId, secretHash } = makeApiKey();
    expect(key).toMatch(/^cvs_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
    expect(readApiKey(key)).toEqual({ keyId, secretHash });
    expect(shownApiKey(keyId)).toBe(key.slice(0, 20));
    expect(JSON.stringify({ keyId, secretHash })).not.toContain(key.slice(21));
  });

  it.each([
    '',
    'cvs_1_2',
    `cvs_${'0'.repeat(16)}_short`,
    `cvs_${'0'.repeat(16)}_${'a'.repeat(44)}`,
    `abc_${'0'.repeat(16)}_${'a'.repeat(43)}`,
  ])('is not %p', (text) => {
    expect(readApiKey(text)).toBeUndefined();
  });
});
