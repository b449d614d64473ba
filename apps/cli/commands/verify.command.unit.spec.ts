import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LANGUAGES } from '#libs/localization/language.js';
import { findTypographyProblems } from '#libs/localization/typography-check.js';
import { issueBulletins, type IssuedBulletins } from '#libs/signing/testing/issued-bulletins.js';
import { FINDING_CODES } from '#libs/signing/verification/verification.types.js';
import { findingInWords, verificationCatalogue } from '#libs/signing/verification/verification-messages.js';
import { addKeysCommand } from './keys.command.js';
import { addVerifyCommand } from './verify.command.js';

const root = mkdtempSync(path.join(tmpdir(), 'verify-command-'));
let issued: IssuedBulletins;
beforeAll(async () => {
  issued = await issueBulletins(root);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => rmSync(root, { recursive: true }));

async function cli(...args: readonly string[]): Promise<{ code: unknown; text: string }> {
  let text = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk).replace(/\u00a0/g, ' ');
    return true;
  });
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addVerifyCommand(program);
  addKeysCommand(program);
  await program.parseAsync([...args], { from: 'user' });
  const code = process.exitCode;
  process.exitCode = undefined;
  jest.restoreAllMocks();
  return { code, text };
}

const keys = (): string => path.join(root, 'keys', 'keys.json');

describe('cli verify', () => {
  it('says that bulletins are genuine, in both languages', async () => {
    const english = await cli('verify', issued.folder, '--keys', keys());
    expect(english.code).toBe(0);
    expect(english.text).toMatch(/No\. 1, chemical-check-i, issued 6 September 2017/);
    expect(english.text).toContain('Everything is genuine and unaltered. Bulletins checked: 3.');
    const russian = await cli('verify', issued.folder, '--keys', keys(), '--language', 'ru');
    expect(russian.text).toMatch(/Бюллетень № 1\/Rev\.1, chemical-check-i, издан 6 сентября 2017/);
    expect(russian.text).toContain('Проверено бюллетеней: 3.');
  });

  it('says what is wrong and ends with 1', async () => {
    const file = issued.file('bulletin-002.ru.pdf');
    const bytes = readFileSync(file);
    writeFileSync(file, 'other');
    const { code, text } = await cli('verify', file, '--keys', keys(), '--language', 'ru');
    expect([code, text]).toEqual([1, expect.stringContaining(`Файл ${file} изменён`)]);
    expect(text).toContain('Полагаться на эти файлы нельзя. Обнаружено нарушений: 1.');
    const json = await cli('verify', issued.folder, '--keys', keys(), '--json');
    expect(json.code).toBe(1);
    const { bulletins } = JSON.parse(json.text) as { bulletins: { findings: object[] }[] };
    expect(bulletins.flatMap(({ findings }) => findings)).toMatchObject([{ code: 'file-altered', file }]);
    writeFileSync(file, bytes);
  });

  it('tells loudly of a gap in the chain, and ends with 0', async () => {
    const folder = path.join(root, 'gap');
    cpSync(issued.folder, folder, {
      recursive: true,
      filter: (name) => !path.basename(name).startsWith('bulletin-002'),
    });
    const { code, text } = await cli('verify', folder, '--keys', keys());
    expect(code).toBe(0);
    expect(text).toMatch(/⚠ .*bulletin-001-rev-1\.manifest\.json follows on No\. 2/);
    expect(text).toContain('Gaps in the chain: 1.');
  });

  it('prints no control and no turn of the direction of writing that somebody put into a name', async () => {
    const folder = path.join(root, 'names');
    const name = 'bulletin\u001b[2K\r\u202efdp.\u009b\n\u2066\u{e0041}.txt';
    cpSync(issued.folder, folder, { recursive: true });
    writeFileSync(path.join(folder, name), 'x');
    writeFileSync(path.join(folder, `${name.replace(/[\r\n]/g, '')}.manifest.json`), 'x');
    for (const more of [[], ['--language', 'ru'], ['--json']]) {
      const { code, text } = await cli('verify', folder, '--keys', keys(), ...more);
      expect([code, text.match(/[^\P{C}\n]/gu)]).toEqual([1, null]);
      expect(text).toContain('bulletin\\u001b[2K');
    }
    const { text } = await cli('verify', folder, '--keys', keys(), '--json');
    const { findings } = JSON.parse(text) as { findings: object[] };
    expect(findings).toMatchObject([{ code: 'file-extra', file: path.join(folder, name) }]);
  });

  it('ends with 2 where nothing can be checked', async () => {
    const empty = mkdtempSync(path.join(root, 'empty-'));
    expect(await cli('verify', empty, '--keys', keys())).toEqual({
      code: 2,
      text: expect.stringContaining('There is no manifest'),
    });
    await expect(cli('verify', empty, '--keys', path.join(root, 'none'))).rejects.toThrow(/ENOENT/);
    await expect(cli('verify', empty)).rejects.toThrow(/--keys/);
  });
});

describe('cli keys', () => {
  it('makes the first key, and changes keys only with an approval', async () => {
    const folder = path.join(root, 'more');
    const made = await cli('keys', 'create', '--folder', folder, '--at', '2017-09-01T00:00:00Z');
    expect(made.text).toMatch(
      /signs from 2017-09-01T00:00:00Z on\.\n {2}Publish .*keys\.json\n {2}Keep .*private\.jwk/,
    );
    await expect(cli('keys', 'create', '--folder', folder)).rejects.toThrow(/keys propose-rotation/);
    const at = ['--folder', folder, '--at', '2017-09-10T00:00:00Z'];
    const proposal = JSON.parse(
      (await cli('keys', 'propose-rotation', ...at, '--overlap', '1')).text,
    ) as object;
    expect(proposal).toEqual({
      ...{ kind: 'signing-key.rotate', from: '2017-09-10T00:00:00Z', overlapHours: 1 },
      publishedKeysHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await expect(cli('keys', 'rotate', '--folder', folder)).rejects.toThrow(/--approval/);
    await expect(cli('keys', 'revoke', '--folder', folder)).rejects.toThrow(/--approval/);
    await expect(cli('keys', 'propose-rotation', '--at', 'tomorrow')).rejects.toThrow(/instant in UTC/);
  });
});

describe.each(LANGUAGES)('the words of the check in %s', (language) => {
  it('differ for each kind of finding and have no slip of typography', () => {
    const values = {
      expected: 'a',
      found: 'b',
      key: 'k',
      issuedAt: '2017-09-06T05:00:00Z',
      revoked: '2026-01-01T00:00:00Z',
    };
    const said = { number: 1, revision: 0 } as never;
    const texts = FINDING_CODES.map((code) =>
      findingInWords({ code, file: 'f.pdf', values }, said, language),
    );
    expect(new Set(texts).size).toBe(FINDING_CODES.length);
    for (const text of texts) expect([text, findTypographyProblems(text, language)]).toEqual([text, []]);
    for (const key of verificationCatalogue.keys.filter((one) => /^(report|result)/.test(one))) {
      const places = Object.fromEntries(
        verificationCatalogue.places(language, key).map((place) => [place, '5']),
      );
      const text = (verificationCatalogue.message as (l: string, k: string, v: object) => string)(
        language,
        key,
        places,
      );
      expect([text, findTypographyProblems(text, language)]).toEqual([text, []]);
    }
  });
});
