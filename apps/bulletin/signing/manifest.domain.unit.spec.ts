import { expect, it } from '@jest/globals';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { BulletinManifest } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { validatorOf } from '#libs/contracts/json-schema/compile.js';
import { aSnapshot } from '../testing/a-snapshot.js';
import { manifestOf, type ManifestParts } from './manifest.domain.js';

const hash = (digit: string): string => digit.repeat(64);
const parts: ManifestParts = {
  snapshot: aSnapshot().with({ number: 5, revision: 1 }).build(),
  snapshotHash: hash('a'),
  files: [
    { language: 'ru', format: 'pdf', sha256: hash('1'), size: 4 },
    { language: 'mul', format: 'json', sha256: hash('2'), size: 3 },
    { language: 'en', format: 'pdf', sha256: hash('3'), size: 2 },
    { language: 'en', format: 'html', sha256: hash('4'), size: 1 },
  ],
  previous: { number: 6, revision: 0, manifestHash: hash('b') },
  issuedAt: '2017-09-06T05:00:00.000Z',
  keyId: 'k'.repeat(43),
  rendererVersion: '3',
  referenceVersion: '1',
};

it('the manifest has the shape that is documented, and nothing that is left out', () => {
  const validate = validatorOf(BulletinManifest, 'strict', { allErrors: true });
  for (const previous of [parts.previous, undefined]) {
    const manifest = JSON.parse(canonicalJson(manifestOf({ ...parts, previous }))) as object;
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
    expect('previous' in manifest).toBe(previous !== undefined);
  }
});

it('the manifest does not depend on the order in which files come', () => {
  const manifest = manifestOf(parts);
  expect(manifest.files.map(({ language, format }) => `${language}.${format}`)).toEqual([
    ...['en.html', 'en.pdf', 'mul.json', 'ru.pdf'],
  ]);
  expect(manifest.languages).toEqual(['en', 'ru']);
  const turned = { ...parts, files: [...parts.files].reverse() };
  expect(canonicalJson(manifestOf(turned))).toBe(canonicalJson(manifest));
});
