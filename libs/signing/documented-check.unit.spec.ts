import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, withoutTool } from '../../test/support/needed-tool.js';
import { issueBulletins, type IssuedBulletins } from './testing/issued-bulletins.js';

const OPENSSL = { tool: 'OpenSSL', variable: 'REQUIRE_OPENSSL' } as const;

const document = readFileSync('docs/signatures.md', 'utf8');
const snippet = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(document)?.[1] ?? '';

const root = mkdtempSync(path.join(tmpdir(), 'documented-'));
let issued: IssuedBulletins;
beforeAll(async () => {
  issued = await issueBulletins(root);
  cpSync(path.join(root, 'keys', 'keys.json'), issued.file('keys.json'));
  writeFileSync(issued.file('verify.mjs'), snippet('js'));
  writeFileSync(issued.file('verify.sh'), snippet('sh').replace('bulletin-005', 'bulletin-002'));
});
afterAll(() => rmSync(root, { recursive: true }));

function describeCheck(way: string, program: string, args: readonly string[]): void {
  describe(`the documented check with ${way}`, () => tests(program, args));
}

describeCheck('Node alone', process.execPath, ['verify.mjs', 'bulletin-002', 'keys.json']);
if (findProgram('openssl', 'OPENSSL_PATH')) describeCheck('OpenSSL and a shell', 'sh', ['verify.sh']);
else withoutTool('the documented check with OpenSSL', OPENSSL, 'Install OpenSSL 3.');

function tests(program: string, args: readonly string[]): void {
  const run = (): readonly [number | null, string] => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: issued.folder, encoding: 'utf8' });
    return [status, stdout + stderr];
  };

  it('takes a genuine bulletin', () => {
    expect(run()).toEqual([0, expect.stringContaining('genuine')]);
  });

  it.each(['bulletin-002.ru.pdf', 'bulletin-002.manifest.json', 'bulletin-002.manifest.jws'])(
    'refuses a bulletin whose %s was altered',
    (name) => {
      const good = readFileSync(issued.file(name));
      const bad = Buffer.from(good);
      bad[bad.length - 5] = (bad[bad.length - 5] ?? 0) ^ 1;
      writeFileSync(issued.file(name), bad);
      expect(run()[0]).toBe(1);
      writeFileSync(issued.file(name), good);
    },
  );
}
