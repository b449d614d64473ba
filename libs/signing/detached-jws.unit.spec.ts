import { describe, expect, it } from '@jest/globals';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { isSignedBy, readSignatureHeader, signDetached, type SigningKey } from './detached-jws.js';
import { type PublishedKey, publishedKey } from './published-key.js';

const TYP = 'sample+jws';
const payload = Buffer.from('{"a":1}');

async function aKey(): Promise<{ signing: SigningKey; published: PublishedKey }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const published = await publishedKey((await exportJWK(publicKey)).x ?? '');
  return { signing: { kid: published.kid, key: privateKey }, published };
}

/** A text with one bit of one of its characters changed. */
const flipped = (text: string, place: number, bit: number): string =>
  text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ (1 << bit)) + text.slice(place + 1);

describe('a detached signature', () => {
  it('is verified with the payload put back, and is the same each time', async () => {
    const { signing, published } = await aKey();
    const jws = await signDetached(payload, TYP, signing);
    expect(jws).toMatch(/^[\w-]+\.\.[\w-]{86}$/);
    expect(await signDetached(payload, TYP, signing)).toBe(jws);
    expect(readSignatureHeader(jws, TYP)).toEqual({
      ...{ alg: 'EdDSA', kid: published.kid, typ: TYP },
      sha256: '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    });
    expect(await isSignedBy(payload, jws, published)).toBe(true);
    expect(await isSignedBy(Buffer.from('{"a":2}'), jws, published)).toBe(false);
    expect(await isSignedBy(payload, jws, (await aKey()).published)).toBe(false);
  });

  it('is none with any bit of it changed', async () => {
    const { signing, published } = await aKey();
    const jws = await signDetached(payload, TYP, signing);
    for (let place = 0; place < jws.length; place += 1) {
      const changed = flipped(jws, place, place % 7);
      const holds = readSignatureHeader(changed, TYP) && (await isSignedBy(payload, changed, published));
      expect([place, holds ?? false]).toEqual([place, false]);
    }
    // The last letter has four bits that stand for nothing.
    const spare = `${jws.slice(0, -1)}${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[jws.slice(-1)] ?? ''}`;
    expect(await isSignedBy(payload, spare, published)).toBe(true);
    expect(readSignatureHeader(spare, TYP)).toBeUndefined();
  });

  it.each([
    ['another algorithm', { alg: 'HS256' }],
    ['no algorithm', { alg: 'none' }],
    ['another kind of document', { typ: 'JWT' }],
    ['a key that it brings along', { jwk: { kty: 'OKP' } }],
    ['the address of a key', { jku: 'https://keys.example/jwks.json' }],
    ['a certificate', { x5u: 'https://keys.example/cert.pem' }],
    ['an extension', { crit: ['b64'], b64: false }],
    ['no key id', { kid: undefined }],
    ['a key id that is no text', { kid: 1 }],
  ])('with %s is refused', async (_what, part) => {
    const { signing } = await aKey();
    const good = await signDetached(payload, TYP, signing);
    const [head = '', , signature = ''] = good.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...header, ...part })).toString('base64url');
    expect(readSignatureHeader(`${forged}..${signature}`, TYP)).toBeUndefined();
  });

  it('is not taken with the payload in it, or when it is no JWS', async () => {
    const { signing } = await aKey();
    const header = { alg: 'EdDSA', kid: signing.kid, typ: TYP, sha256: '' };
    const whole = await new CompactSign(payload).setProtectedHeader(header).sign(signing.key);
    for (const text of [whole, '', '..', 'a.b', 'bnVsbA..AA', whole.replace(/\..*\./, '...')])
      expect(readSignatureHeader(text, TYP)).toBeUndefined();
  });

  it('takes a millisecond', async () => {
    const { signing } = await aKey();
    const manifest = Buffer.alloc(2_000, 'm');
    const times: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const began = performance.now();
      await signDetached(manifest, TYP, signing);
      times.push(performance.now() - began);
    }
    expect(times.sort((a, b) => a - b)[20]).toBeLessThan(1);
  });
});
