import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, it } from '@jest/globals';

export type SheetFormat = 'xlsx' | 'ods' | 'csv';

/** Comma, double quote, UTF-8. */
const CSV = 'Text - txt - csv (StarCalc):44,34,76';

const FILTERS: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  ods: 'ods:calc8',
  csv: `csv:${CSV}`,
};

const run = promisify(execFile);
/** A first start with an empty profile takes some seconds, with other work on the machine much longer. */
const TIMEOUT_MS = 150_000;

/** Where LibreOffice is installed on this machine (SOFFICE_PATH first); undefined when it is not. */
export function sofficePath(): string | undefined {
  const given = process.env['SOFFICE_PATH'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const places = given ? [given] : folders.map((folder) => path.join(folder, 'soffice'));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

let profile: Promise<string> | undefined;
let last: Promise<unknown> = Promise.resolve();

async function removeProfile(): Promise<void> {
  const folder = await profile;
  profile = undefined;
  if (folder) await rm(folder, { recursive: true, force: true });
}

async function convert(file: Buffer, formats: { from: SheetFormat; to: SheetFormat }): Promise<Buffer> {
  const soffice = sofficePath();
  if (!soffice) throw new Error('LibreOffice (soffice) is not installed: install it or set SOFFICE_PATH.');
  profile ??= mkdtemp(path.join(tmpdir(), 'soffice-profile-'));
  const folder = await mkdtemp(path.join(tmpdir(), 'soffice-'));
  try {
    const input = path.join(folder, `book.${formats.from}`);
    const saved = path.join(folder, 'saved');
    await writeFile(input, file);
    const installation = `-env:UserInstallation=${pathToFileURL(await profile).href}`;
    const reading = formats.from === 'csv' ? [`--infilter=${CSV}`] : [];
    const args = ['--headless', '--norestore', ...reading, '--convert-to', FILTERS[formats.to]];
    const { stderr } = await run(soffice, [installation, ...args, '--outdir', saved, input], {
      timeout: TIMEOUT_MS,
    });
    return await readFile(path.join(saved, `book.${formats.to}`)).catch((cause: unknown) => {
      throw new Error(`LibreOffice did not convert the file: ${stderr}`, { cause });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Opens a workbook in LibreOffice and saves it in a format, as an officer does. One conversion at a time (a profile
 * belongs to one process), with a profile of its own that `describeSoffice` removes.
 */
export function convertWithSoffice(
  file: Buffer,
  formats: { from: SheetFormat; to: SheetFormat },
): Promise<Buffer> {
  const result = last.then(() => convert(file, formats));
  last = result.catch(() => undefined);
  return result;
}

/**
 * A `describe` that needs LibreOffice. Without it the tests are skipped with a warning, and with REQUIRE_SOFFICE=1
 * they fail.
 */
export function describeSoffice(name: string, tests: () => void): void {
  if (sofficePath()) {
    describe(name, () => {
      afterAll(removeProfile);
      tests();
    });
  } else if (process.env['REQUIRE_SOFFICE'] === '1') {
    it(`${name}: needs LibreOffice`, () => {
      throw new Error('REQUIRE_SOFFICE=1, but LibreOffice (soffice) is not installed.');
    });
  } else {
    process.stderr.write(`\nSKIPPED for want of LibreOffice (soffice): ${name}\n`);
    describe.skip(name, tests);
  }
}
