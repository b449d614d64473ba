import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe } from '@jest/globals';
import { findProgram, withoutTool } from './needed-tool.js';

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

const LIBREOFFICE = { tool: 'LibreOffice', variable: 'REQUIRE_SOFFICE' } as const;
const HOW_TO = 'Install LibreOffice Calc, or set SOFFICE_PATH to the program soffice.';

const soffice = findProgram('soffice', 'SOFFICE_PATH');

let profile: Promise<string> | undefined;
let last: Promise<unknown> = Promise.resolve();

async function removeProfile(): Promise<void> {
  const folder = await profile;
  profile = undefined;
  if (folder) await rm(folder, { recursive: true, force: true });
}

async function convert(file: Buffer, formats: { from: SheetFormat; to: SheetFormat }): Promise<Buffer> {
  if (!soffice) throw new Error(HOW_TO);
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

/** A `describe` that needs LibreOffice: skipped loudly without it, and failed with REQUIRE_SOFFICE=1. */
export function describeSoffice(title: string, suite: () => void): void {
  if (!soffice) return withoutTool(title, LIBREOFFICE, HOW_TO);
  describe(title, () => {
    afterAll(removeProfile);
    suite();
  });
}
