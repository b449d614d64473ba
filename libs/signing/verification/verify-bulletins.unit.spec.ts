import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MANIFEST_TYP } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { signDetached } from '../detached-jws.js';
import { type PublishedKey } from '../published-key.js';
import { issueBulletins, type IssuedBulletins } from '../testing/issued-bulletins.js';
import { readGiven } from './read-given.js';
import { FINDING_CODES, type FindingCode } from './verification.types.js';
import { verifyBulletins } from './verify-bulletins.js';

const root = mkdtempSync(path.join(tmpdir(), 'verify-'));
let issued: IssuedBulletins;
let folder: string;
beforeAll(async () => {
  issued = await issueBulletins(root);
});
beforeEach(() => {
  folder = path.join(root, 'copy');
  cpSync(issued.folder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => rmSync(root, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const read = (name: string): Buffer => readFileSync(at(name));
const rewrite = (name: string, change: (text: string) => string): void =>
  writeFileSync(at(name), change(read(name).toString('utf8')));

/** What is found in these paths: file and code of each finding. */
async function found(
  paths: readonly string[] = [folder],
  keys: readonly PublishedKey[] = [issued.key],
): Promise<string[]> {
  const { bulletins, findings } = await verifyBulletins(await readGiven(paths), keys);
  return [...bulletins.flatMap((one) => one.findings), ...findings].map(
    ({ code, file }) => `${path.basename(file)}: ${code}`,
  );
}

/** Links of the chain that are not there. */
async function gaps(paths: readonly string[] = [folder]): Promise<string[]> {
  const { bulletins } = await verifyBulletins(await readGiven(paths), [issued.key]);
  return bulletins.flatMap(({ notes }) => notes.map(({ code, file }) => `${path.basename(file)}: ${code}`));
}

async function reports(paths: readonly string[]) {
  const { bulletins } = await verifyBulletins(await readGiven(paths), [issued.key]);
  return bulletins.map(({ said, checkedFiles, previous }) => [
    ...[`${said?.number}/${said?.revision}`, checkedFiles.length, previous],
  ]);
}

describe('bulletins as they were issued', () => {
  it('are genuine, as a folder, as one of them and as single files', async () => {
    expect(await found()).toEqual([]);
    expect(await reports([folder])).toEqual([
      ['1/1', 5, 'checked'],
      ['1/0', 5, 'none'],
      ['2/0', 5, 'checked'],
    ]);
    expect(await reports([at('bulletin-002.ru.pdf'), at('bulletin-002.json')])).toEqual([
      ['2/0', 2, 'checked'],
    ]);
    expect(await reports([at('bulletin-001.manifest.json')])).toEqual([['1/0', 0, 'none']]);
  });

  it('are genuine under other names where one lies alone with its manifest', async () => {
    const alone = path.join(folder, 'alone');
    for (const name of ['en.html', 'en.pdf', 'json', 'ru.html', 'ru.pdf', 'manifest.json', 'manifest.jws'])
      cpSync(
        at(`bulletin-002.${name}`),
        path.join(alone, name.startsWith('m') ? name : `downloaded.${name}`),
      );
    expect(await found([alone])).toEqual([]);
    expect(await reports([alone])).toEqual([['2/0', 5, 'absent']]);
    expect(await reports([folder])).toHaveLength(4);
  });

  it('are genuine when a mail program has ended the signature with a new line', async () => {
    rewrite('bulletin-001.manifest.jws', (text) => `${text}\r\n`);
    expect(await found()).toEqual([]);
  });
});

describe('a chain', () => {
  it('has a gap where a bulletin between others is not there, or not genuine; not before the oldest', async () => {
    expect(await gaps()).toEqual([]);
    rewrite('bulletin-002.manifest.json', (text) => `${text} `);
    const gap = ['bulletin-001-rev-1.manifest.json: previous-missing'];
    expect(await gaps()).toEqual(gap);
    for (const part of ['manifest.json', 'manifest.jws', 'en.html', 'en.pdf', 'json', 'ru.html', 'ru.pdf'])
      rmSync(at(`bulletin-002.${part}`));
    expect([await gaps(), await found()]).toEqual([gap, []]);
    expect(await gaps([at('bulletin-001-rev-1.json')])).toEqual([]);
    rmSync(at('bulletin-001.manifest.json'));
    expect(await gaps()).toEqual([]);
  });
});

/** Each kind of tampering, what is done, and all that is found then. */
const TAMPERINGS: readonly (readonly [FindingCode, () => unknown, readonly string[]])[] = [
  [
    'file-altered',
    () => writeFileSync(at('bulletin-001.ru.pdf'), 'x'),
    ['bulletin-001.ru.pdf: file-altered'],
  ],
  ['file-missing', () => rmSync(at('bulletin-001.en.html')), ['bulletin-001.en.html: file-missing']],
  ['file-extra', () => writeFileSync(at('bulletin-001.kk.pdf'), 'x'), ['bulletin-001.kk.pdf: file-extra']],
  ['file-extra', () => writeFileSync(at('note.txt'), 'x'), ['note.txt: file-extra']],
  [
    'manifest-altered',
    () => rewrite('bulletin-002.manifest.json', (text) => text.replace('"3"', '"4"')),
    ['bulletin-002.manifest.json: manifest-altered'],
  ],
  [
    'manifest-altered',
    () => rewrite('bulletin-001-rev-1.manifest.json', (text) => `${text} `),
    ['bulletin-001-rev-1.manifest.json: manifest-altered'],
  ],
  [
    'signature-missing',
    () => rmSync(at('bulletin-002.manifest.jws')),
    ['bulletin-002.manifest.json: signature-missing'],
  ],
  [
    'signature-altered',
    () => rewrite('bulletin-002.manifest.jws', (text) => `${text.slice(0, -20)}${'A'.repeat(20)}`),
    ['bulletin-002.manifest.jws: signature-altered'],
  ],
  [
    'number-wrong',
    () => {
      for (const part of ['en.html', 'en.pdf', 'json', 'ru.html', 'ru.pdf', 'manifest.json', 'manifest.jws'])
        renameSync(at(`bulletin-002.${part}`), at(`bulletin-003.${part}`));
    },
    ['manifest.json', 'manifest.jws', 'en.html', 'en.pdf', 'json', 'ru.html', 'ru.pdf'].map(
      (part) => `bulletin-003.${part}: number-wrong`,
    ),
  ],
];

describe('tampering', () => {
  it.each(TAMPERINGS)('is named: %s', async (_code, tamper, expected) => {
    tamper();
    expect([...(await found())].sort()).toEqual([...expected].sort());
  });

  it.each<[FindingCode, (key: PublishedKey) => readonly PublishedKey[]]>([
    ['key-unknown', () => []],
    ['key-not-valid', (key) => [{ ...key, from: '2017-09-06T05:00:00.001Z' }]],
    ['key-not-valid', (key) => [{ ...key, until: '2017-09-06T05:00:00Z' }]],
    ['key-revoked', (key) => [{ ...key, revoked: '2026-01-01T00:00:00Z' }]],
  ])('is named: %s', async (code, keys) => {
    const file = at('bulletin-001.json');
    expect(await found([file], keys(issued.key))).toEqual([`bulletin-001.manifest.jws: ${code}`]);
  });

  it('is named: a signed manifest that does not follow on the one that lies here', async () => {
    await resign('bulletin-002', (text) =>
      text.replace(/("manifestHash":")[0-9a-f]/, '$1x').replace('"x', '"0'),
    );
    const expected = ['bulletin-002.manifest.json: previous-hash-wrong'];
    expect(await found([at('bulletin-002.json')])).toEqual(expected);
  });

  it('is named: two signed manifests of one bulletin', async () => {
    cpSync(at('bulletin-002.manifest.json'), at('other.manifest.json'));
    await resign('other', (text) => text.replace('"rendererVersion":"3"', '"rendererVersion":"4"'));
    expect(await found([at('bulletin-002.json')])).toEqual(['bulletin-002.manifest.json: number-twice']);
  });

  it('is not seen in a genuine bulletin beside which somebody put a manifest that nobody signed', async () => {
    cpSync(at('bulletin-002.manifest.json'), at('x.manifest.json'));
    rewrite('x.manifest.json', (text) => text.replace('"rendererVersion":"3"', '"rendererVersion":"4"'));
    expect(await found([at('bulletin-002.json')])).toEqual([]);
    expect(await found()).toContain('x.manifest.json: signature-missing');
  });

  it.each([
    ['after one bulletin', (text: string) => text],
    ['before which there was none', (text: string) => text.replace(/"previous":{[^}]*},/, '')],
  ])('is named: two bulletins %s', async (_what, change) => {
    for (const part of ['manifest.json', 'manifest.jws'])
      cpSync(at(`bulletin-001-rev-1.${part}`), at(`bulletin-003.${part}`));
    await resign('bulletin-003', (text) =>
      change(text.replace('"number":1', '"number":3').replace('"revision":1', '"revision":0')),
    );
    const twin = change('"previous":{},') === '' ? 'bulletin-001' : 'bulletin-001-rev-1';
    const twice = (await found()).filter((one) => one.endsWith('previous-twice'));
    expect(twice.sort()).toEqual(
      [`${twin}.manifest.json: previous-twice`, 'bulletin-003.manifest.json: previous-twice'].sort(),
    );
    expect(await found([at(`${twin}.manifest.json`)])).toEqual([`${twin}.manifest.json: previous-twice`]);
  });

  it('is named whatever bit of a file is flipped', async () => {
    const length = read('bulletin-001.en.pdf').length;
    for (let place = 0; place < length; place += 1) {
      flip('bulletin-001.en.pdf', place);
      expect(await found([at('bulletin-001.en.pdf')])).toEqual(['bulletin-001.en.pdf: file-altered']);
      flip('bulletin-001.en.pdf', place);
    }
  });

  it('is named whatever bit of a manifest is flipped', async () => {
    const length = read('bulletin-001.manifest.json').length;
    for (let place = 0; place < length; place += 5) {
      flip('bulletin-001.manifest.json', place);
      const [first] = await found([at('bulletin-001.manifest.jws')]);
      expect([place, first]).toEqual([place, 'bulletin-001.manifest.json: manifest-altered']);
      flip('bulletin-001.manifest.json', place);
    }
  });

  it('is named whatever bit of a signature is flipped; only its hash of the manifest could be of either', async () => {
    const text = read('bulletin-001.manifest.jws').toString('latin1');
    const either = /: (signature|manifest)-altered$/;
    for (let place = 0; place < text.length; place += 1) {
      flip('bulletin-001.manifest.jws', place);
      const [first] = await found([at('bulletin-001.manifest.json')]);
      const isInSignature = place > text.indexOf('..');
      expect([place, first]).toEqual([
        place,
        isInSignature ? 'bulletin-001.manifest.jws: signature-altered' : expect.stringMatching(either),
      ]);
      flip('bulletin-001.manifest.jws', place);
    }
  });

  it('has a test for every kind', () => {
    const tested = [...TAMPERINGS.map(([code]) => code), 'key-unknown', 'key-not-valid', 'key-revoked'];
    expect([...FINDING_CODES].filter((code) => !tested.includes(code))).toEqual([
      ...['previous-hash-wrong', 'previous-twice', 'previous-missing', 'number-twice'],
    ]);
  });
});

function flip(name: string, place: number): void {
  const bytes = read(name);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
  writeFileSync(at(name), bytes);
}

async function resign(stem: string, change: (text: string) => string): Promise<void> {
  rewrite(`${stem}.manifest.json`, change);
  const signature = await signDetached(read(`${stem}.manifest.json`), MANIFEST_TYP, issued.signing);
  writeFileSync(at(`${stem}.manifest.jws`), signature);
}
