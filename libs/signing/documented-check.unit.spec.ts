import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, withoutTool } from '../../test/support/needed-tool.js';
import { signDetached } from './detached-jws.js';
import { issueBulletins, type IssuedBulletins } from './testing/issued-bulletins.js';

const OPENSSL = { tool: 'OpenSSL', variable: 'REQUIRE_OPENSSL' } as const;

const document = readFileSync('docs/signatures.md', 'utf8');
const snippet = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(document)?.[1] ?? '';

const root = mkdtempSync(path.join(tmpdir(), 'documented-'));
let issued: IssuedBulletins;
let pristine: string;
const shellCheckOf = (number: number, revision: number): string =>
  snippet('sh').replace('number=5 revision=0', `number=${number} revision=${revision}`);
beforeAll(async () => {
  issued = await issueBulletins(root);
  cpSync(path.join(root, 'keys', 'keys.json'), issued.file('keys.json'));
  writeFileSync(issued.file('verify.mjs'), snippet('js'));
  writeFileSync(issued.file('verify.sh'), shellCheckOf(2, 0));
  writeFileSync(issued.file('verify-3.sh'), shellCheckOf(3, 0));
  writeFileSync(issued.file('verify-rev-1.sh'), shellCheckOf(1, 1));
  pristine = path.join(root, 'pristine');
  cpSync(issued.folder, pristine, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

afterEach(() => {
  rmSync(issued.folder, { recursive: true });
  cpSync(pristine, issued.folder, { recursive: true });
});

const PARTS = ['en.html', 'en.pdf', 'json', 'ru.html', 'ru.pdf'];
const at = (name: string): string => issued.file(name);
const rename = (from: string, to: string): void => renameSync(at(from), at(to));
const swap = (one: string, other: string): void => {
  rename(one, 'swapped');
  rename(other, one);
  rename('swapped', other);
};
const publish = (times: object, key: object = issued.key): void =>
  writeFileSync(at('keys.json'), JSON.stringify({ keys: [{ ...key, ...times }] }));
const sign = async (typ: string): Promise<void> =>
  writeFileSync(
    at('bulletin-002.manifest.jws'),
    await signDetached(readFileSync(at('bulletin-002.manifest.json')), typ, issued.signing),
  );
const withHeader = (part: object): void => {
  const [head = '', , signature = ''] = readFileSync(at('bulletin-002.manifest.jws'), 'utf8').split('.');
  const header = { ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), ...part };
  const forged = Buffer.from(JSON.stringify(header)).toString('base64url');
  writeFileSync(at('bulletin-002.manifest.jws'), `${forged}..${signature}`);
};

/** What must be refused, and what is done for it. */
const BAD: readonly (readonly [string, () => unknown])[] = [
  ['a revoked key', () => publish({ revoked: '2026-01-01T00:00:00Z' })],
  ['a key that had ended by then', () => publish({ until: '2017-09-06T05:00:00Z' })],
  ['a key that had not begun yet', () => publish({ from: '2017-09-06T05:00:00.001Z' })],
  ['a key that is not published', () => publish({ kid: 'k'.repeat(43) })],
  ['another kind of document', () => sign('sample+jws')],
  ['another algorithm', () => withHeader({ alg: 'none' })],
  ['a missing file', () => rmSync(at('bulletin-002.en.pdf'))],
  ['files of two languages that were swapped', () => swap('bulletin-002.en.pdf', 'bulletin-002.ru.pdf')],
  ['files of two formats that were swapped', () => swap('bulletin-002.en.pdf', 'bulletin-002.en.html')],
];

function describeCheck(way: string, program: string, argsFor: (stem: string) => string[]): void {
  describe(`the documented check with ${way}`, () => tests(program, argsFor));
}

describeCheck('Node alone', process.execPath, (stem) => ['verify.mjs', stem, 'keys.json']);
const SHELL_CHECKS: Readonly<Record<string, string>> = {
  'bulletin-002': 'verify.sh',
  'bulletin-003': 'verify-3.sh',
  'bulletin-001-rev-1': 'verify-rev-1.sh',
};
if (findProgram('openssl', 'OPENSSL_PATH'))
  describeCheck('OpenSSL and a shell', 'sh', (stem) => [SHELL_CHECKS[stem] ?? '']);
else withoutTool('the documented check with OpenSSL', OPENSSL, 'Install OpenSSL 3.');

function tests(program: string, argsFor: (stem: string) => string[]): void {
  const run = (stem = 'bulletin-002'): readonly [number | null, string] => {
    const options = { cwd: issued.folder, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(program, argsFor(stem), options);
    return [status, stdout + stderr];
  };

  it.each(['bulletin-002', 'bulletin-001-rev-1'])(
    'takes a genuine bulletin and lists its files: %s',
    (stem) => {
      const [status, said] = run(stem);
      expect([status, said]).toEqual([0, expect.stringContaining('genuine, 5 files')]);
      for (const part of PARTS) expect(said).toContain(`${stem}.${part}: as issued`);
    },
  );

  it('takes a key whose time holds the time of issue', () => {
    publish({ from: '2017-09-06T05:00:00Z', until: '2017-09-06T05:00:00.001Z' });
    expect(run()).toEqual([0, expect.stringContaining('genuine')]);
  });

  it.each(['bulletin-002.ru.pdf', 'bulletin-002.manifest.json', 'bulletin-002.manifest.jws'])(
    'refuses a bulletin whose %s was altered',
    (name) => {
      const bytes = readFileSync(at(name));
      bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
      writeFileSync(at(name), bytes);
      expect(run()).toEqual([1, expect.not.stringContaining('genuine')]);
    },
  );

  it.each(BAD)('refuses %s', async (_what, spoil) => {
    await spoil();
    expect(run()).toEqual([1, expect.not.stringContaining('genuine')]);
  });

  it('refuses a bulletin under the name of another', () => {
    for (const part of [...PARTS, 'manifest.json', 'manifest.jws'])
      rename(`bulletin-002.${part}`, `bulletin-003.${part}`);
    expect(run('bulletin-003')).toEqual([1, expect.not.stringContaining('genuine')]);
  });
}
