import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BulletinManifest, MANIFEST_TYP } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { signDetached, type SigningKey } from '../detached-jws.js';
import { KeyRing } from '../key-ring.js';
import { createFirstKey } from '../manage-keys.js';
import { type PublishedKey, type PublishedKeys } from '../published-key.js';

export const ISSUED_AT = '2017-09-06T05:00:00.000Z';

const PARTS = ['en.html', 'en.pdf', 'json', 'ru.html', 'ru.pdf'];

/** A folder of three issued bulletins that follow each other, and the keys that signed them. */
export interface IssuedBulletins {
  readonly folder: string;
  readonly key: PublishedKey;
  readonly signing: SigningKey;
  file(name: string): string;
}

/** Writes `bulletin-001`, `bulletin-002` and `bulletin-001-rev-1` into a folder, `keys.json` beside it. */
export async function issueBulletins(root: string): Promise<IssuedBulletins> {
  const keys = path.join(root, 'keys');
  await createFirstKey(keys);
  const keysFile = path.join(keys, 'keys.json');
  const [key] = (JSON.parse(readFileSync(keysFile, 'utf8')) as PublishedKeys).keys;
  if (!key) throw new Error('no key was made');
  const signing = await new KeyRing({ keysFile }).signingKeyAt(ISSUED_AT);
  const folder = path.join(root, 'bulletins');
  mkdirSync(folder);
  let previous: BulletinManifest['previous'];
  for (const [number, revision] of [
    [1, 0],
    [2, 0],
    [1, 1],
  ] as const)
    previous = await issue(folder, signing, { number, revision, ...(previous && { previous }) });
  return { folder, key, signing, file: (name) => path.join(folder, name) };
}

async function issue(
  folder: string,
  signing: SigningKey,
  part: Pick<BulletinManifest, 'number' | 'revision' | 'previous'>,
): Promise<BulletinManifest['previous']> {
  const { number, revision } = part;
  const stem = path.join(folder, `bulletin-00${number}${revision > 0 ? `-rev-${revision}` : ''}`);
  const files = PARTS.map((suffix) => {
    const bytes = Buffer.from(`${suffix} of ${number}/${revision}`);
    writeFileSync(`${stem}.${suffix}`, bytes);
    const [format = '', language = 'mul'] = suffix.split('.').reverse();
    return { language, format, sha256: sha256Hex(bytes), size: bytes.length };
  });
  const manifest = Buffer.from(canonicalJson(manifestOf(files, signing.kid, part)));
  writeFileSync(`${stem}.manifest.json`, manifest);
  writeFileSync(`${stem}.manifest.jws`, await signDetached(manifest, MANIFEST_TYP, signing));
  return { number, revision, manifestHash: sha256Hex(manifest) };
}

const manifestOf = (files: object[], keyId: string, part: object): object => ({
  ...{ operation: 'chemical-check-i', operationDay: '2017-09-05', kind: 'daily', languages: ['en', 'ru'] },
  ...{ files, snapshotHash: sha256Hex('snapshot'), keyId, rendererVersion: '3', referenceVersion: '1' },
  ...{ cutOffAt: '2017-09-06T04:00:00Z', closedAt: '2017-09-06T04:30:00.000Z', issuedAt: ISSUED_AT },
  ...part,
});
