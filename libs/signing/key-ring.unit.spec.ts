import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSignedBy, signDetached } from './detached-jws.js';
import { privateKeyFile } from './key-files.js';
import { KeyRing } from './key-ring.js';
import { createFirstKey, revokeKey, rotateKey } from './manage-keys.js';
import { type PublishedKey } from './published-key.js';

const BEFORE = '2017-09-05T00:00:00Z';
const ROTATED = '2017-09-06T00:00:00Z';
const OVERLAPPING = '2017-09-06T12:00:00.000Z';
const AFTER = '2017-09-08T00:00:00Z';

let folder: string;
let keysFile: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'signing-')), 'keys');
  keysFile = path.join(folder, 'keys.json');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

async function firstKey(): Promise<PublishedKey> {
  const key = await createFirstKey(folder);
  if (!key) throw new Error('there was a key already');
  return key;
}

const ring = () => new KeyRing({ keysFile });

describe('the first key', () => {
  it('is kept for its owner alone and signs at any instant', async () => {
    const { kid } = await firstKey();
    expect(statSync(privateKeyFile(folder, kid)).mode & 0o777).toBe(0o400);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readFileSync(keysFile, 'utf8')).not.toContain('"d"');
    expect((await ring().signingKeyAt(BEFORE)).kid).toBe(kid);
  });

  it('is one, however many make it at once, and stays', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => createFirstKey(folder)));
    const [key, ...more] = made.filter((one) => one !== undefined);
    expect(more).toEqual([]);
    expect((await ring().published()).keys).toEqual([key]);
    expect(readdirSync(folder).sort()).toEqual([`key-${key?.kid}.private.jwk`, 'keys.json'].sort());
    expect(await createFirstKey(folder)).toBeUndefined();
  });
});

describe('rotation', () => {
  it('lets the new key sign and the old one verify what was issued while it was valid', async () => {
    const old = await firstKey();
    const keys = ring();
    const signature = await signDetached(Buffer.from('x'), 't', await keys.signingKeyAt(BEFORE));
    const next = await rotateKey(folder, ROTATED, 24);
    const signers = await Promise.all([BEFORE, OVERLAPPING, AFTER].map((at) => keys.signingKeyAt(at)));
    expect(signers.map(({ kid }) => kid)).toEqual([old.kid, next.kid, next.kid]);
    const [published] = (await keys.published()).keys;
    expect(published).toEqual({ ...old, until: '2017-09-07T00:00:00.000Z' });
    expect(await isSignedBy(Buffer.from('x'), signature, old)).toBe(true);
  });

  it('uses the old key in the overlap where the new one is not at hand, and none after it', async () => {
    const old = await firstKey();
    const next = await rotateKey(folder, ROTATED, 24);
    rmSync(privateKeyFile(folder, next.kid));
    expect((await ring().signingKeyAt(OVERLAPPING)).kid).toBe(old.kid);
    await expect(ring().signingKeyAt(AFTER)).rejects.toThrow(/No key .* valid at 2017-09-08/);
  });

  it('goes forward in time', async () => {
    await firstKey();
    await rotateKey(folder, ROTATED, 24);
    await expect(rotateKey(folder, BEFORE, 24)).rejects.toThrow(/begins at 2017-09-06/);
    await expect(rotateKey(path.join(folder, 'none'), BEFORE, 24)).rejects.toThrow(
      /no keys in .*keys create/,
    );
  });
});

it('a key that begins later does not stand in the way of a rotation once it is revoked', async () => {
  await firstKey();
  const later = await rotateKey(folder, AFTER, 0);
  await expect(rotateKey(folder, ROTATED, 0)).rejects.toThrow(/begins at 2017-09-08.*[Rr]evoke it/);
  await revokeKey(folder, later.kid, BEFORE);
  const { kid } = await rotateKey(folder, ROTATED, 0);
  expect((await ring().signingKeyAt(AFTER)).kid).toBe(kid);
});

describe('somebody else who is changing the keys', () => {
  it('is not disturbed', async () => {
    const { kid } = await firstKey();
    const lock = path.join(folder, 'keys.lock');
    writeFileSync(lock, '');
    const before = readFileSync(keysFile, 'utf8');
    const refusal = { name: 'SigningKeysError', message: expect.stringContaining(lock) };
    await expect(revokeKey(folder, kid, AFTER)).rejects.toMatchObject(refusal);
    await expect(rotateKey(folder, ROTATED, 24)).rejects.toMatchObject(refusal);
    expect(readFileSync(keysFile, 'utf8')).toBe(before);
    rmSync(lock);
    await rotateKey(folder, ROTATED, 24);
    expect(readdirSync(folder)).not.toContain('keys.lock');
  });

  it('loses nothing: what was not refused holds', async () => {
    const { kid } = await firstKey();
    const at = [3, 4, 5, 6].map((day) => `2017-10-0${day}T00:00:00Z`);
    const rotations = await Promise.allSettled([
      ...at.map((from) => rotateKey(folder, from, 24)),
      revokeKey(folder, kid, AFTER),
    ]);
    const done = rotations.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const { keys } = await ring().published();
    expect(done.length).toBeGreaterThan(0);
    for (const key of done)
      expect(keys.find((one) => one.kid === key.kid)).toMatchObject({
        ...(key.kid === kid ? { revoked: AFTER } : { from: key.from }),
      });
  });
});

describe('a revoked key', () => {
  it('does not sign any more and is named as revoked', async () => {
    const { kid } = await firstKey();
    const keys = ring();
    await keys.signingKeyAt(BEFORE);
    await expect(revokeKey(folder, 'nobody', AFTER)).rejects.toThrow(/no key nobody/);
    await revokeKey(folder, kid, AFTER);
    expect((await keys.published()).keys).toMatchObject([{ kid, revoked: AFTER }]);
    await expect(keys.signingKeyAt(BEFORE)).rejects.toThrow(/No key/);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });
});

describe('keys that cannot be used', () => {
  it('are refused where others may read the private half', async () => {
    const { kid } = await firstKey();
    chmodSync(privateKeyFile(folder, kid), 0o440);
    await expect(ring().signingKeyAt(BEFORE)).rejects.toThrow(/chmod 0400/);
  });

  it('are refused where the halves do not fit, without showing the private one', async () => {
    const { kid } = await firstKey();
    const file = privateKeyFile(folder, kid);
    const jwk = JSON.parse(readFileSync(file, 'utf8')) as { d: string };
    rmSync(file);
    const damaged = { ...jwk, d: Buffer.alloc(32, 7).toString('base64url') };
    writeFileSync(file, JSON.stringify(damaged), { mode: 0o400 });
    await expect(ring().signingKeyAt(BEFORE)).rejects.toThrow(/does not belong|is no private/);
    rmSync(file);
    writeFileSync(file, `{"d":"${jwk.d}`, { mode: 0o400 });
    const refusal = await ring()
      .signingKeyAt(BEFORE)
      .catch((error: Error) => error.message);
    expect(refusal).toMatch(/is no private Ed25519 key/);
    expect(refusal).not.toContain(jwk.d.slice(0, 8));
  });

  it('can lie apart from the published ones', async () => {
    const { kid } = await firstKey();
    const apart = path.join(path.dirname(folder), 'secret');
    writeFileSync(apart, readFileSync(privateKeyFile(folder, kid)), { mode: 0o400 });
    rmSync(privateKeyFile(folder, kid));
    const keys = new KeyRing({ keysFile, privateKeyFile: apart });
    expect((await keys.signingKeyAt(BEFORE)).kid).toBe(kid);
  });

  it.each([
    ['', /is not JSON/],
    ['{"keys":[]}', /holds no keys/],
    ['{"keys":[{"kty":"OKP","crv":"X25519","x":"AA"}]}', /key 1 is no Ed25519 key/],
    ['{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}]}', /must not be published/],
    ['{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA","kid":"mine"}]}', /has the thumbprint [\w-]{43}/],
  ])('%s is no list of keys', async (text, refusal) => {
    await firstKey();
    writeFileSync(keysFile, text);
    await expect(ring().published()).rejects.toThrow(refusal);
  });

  it('are missing', async () => {
    await expect(ring().published()).rejects.toThrow(/cannot be read \(ENOENT\).*keys create/);
  });

  it('have times that are instants, and each key once', async () => {
    const key = await firstKey();
    writeFileSync(keysFile, JSON.stringify({ keys: [{ ...key, until: '2017-09-31T00:00:00Z' }] }));
    await expect(ring().published()).rejects.toThrow(/"until" is no instant/);
    writeFileSync(keysFile, JSON.stringify({ keys: [key, key] }));
    await expect(ring().published()).rejects.toThrow(/same key twice/);
  });
});
