import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { HOSTILE_ARCHIVES } from '../testing/hostile-archives.js';

const LOADER = path.resolve('test/support/typescript-loader.mjs');
const FIXTURE = path.resolve('libs/spreadsheet/warm-up/repeated-reading.fixture.ts');
/** Readings of one process: the last ones are as fast as the machine lets any be, because the code is compiled. */
const READINGS = 24;
const MAX_ROUNDS = 6;
/** Milliseconds of the processor that are fast in any case. */
const FAST = 50;
/** How many times the fastest later reading the first one may take: 5 to 7 with a warm-up, 10 to 18 without. */
const MOST_TIMES = 8;
// Each round starts a process, which takes seconds on a machine with much else to do.
jest.setTimeout(180_000);

/** One reading of a file: milliseconds of the processor. */
interface Reading {
  readonly outcome: string;
  readonly cost: number;
}

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'hostile-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The readings of a file by a process that has just started and warmed up. */
async function readingsOf(file: string): Promise<Reading[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', LOADER, FIXTURE],
    ...[file, String(READINGS)],
  ]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
}

/** A busy machine slows the processor for all readings of a process alike: the fastest tells how much. */
const times = ([first, ...later]: readonly Reading[]): number =>
  (first?.cost ?? Infinity) / Math.min(...later.map(({ cost }) => cost));

const isFast = (readings: readonly Reading[]): boolean =>
  (readings[0]?.cost ?? Infinity) < FAST || times(readings) <= MOST_TIMES;

it('a process that has just started refuses 100,000 rows about as fast as one that has read before', async () => {
  // The file that takes longest: it is read up to the last row that may be.
  const longest = HOSTILE_ARCHIVES.find(({ code }) => code === 'too-many-rows');
  if (!longest) throw new Error('The catalogue has no file with too many rows.');
  const file = path.join(root, 'longest');
  writeFileSync(file, longest.make());
  let readings: Reading[] = [];
  for (let round = 0; round < MAX_ROUNDS && !isFast(readings); round += 1) readings = await readingsOf(file);
  const first = `${readings[0]?.cost.toFixed(0) ?? '?'} ms of the processor`;
  process.stderr.write(
    `100,000 rows as the first file: ${first}, ${times(readings).toFixed(1)} times the fastest later one\n`,
  );
  expect(new Set(readings.map(({ outcome }) => outcome))).toEqual(new Set(['too-many-rows']));
  expect(isFast(readings)).toBe(true);
});
