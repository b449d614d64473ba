import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { HOSTILE_ARCHIVES } from '../testing/hostile-archives.js';

const LOADER = path.resolve('test/support/typescript-loader.mjs');
const FIXTURE = path.resolve('libs/spreadsheet/warm-up/cold-reading.fixture.ts');
const MAX_ROUNDS = 6;
// Each round starts a process, which takes seconds on a machine with much else to do.
jest.setTimeout(180_000);

type Kind = 'warm' | 'cold';

/** A file as the first one of a process: milliseconds of the processor. */
interface Reading {
  readonly name: string;
  readonly outcome: string;
  readonly cost: number;
}

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'hostile-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Each file read once by a process that has just started, with or without a warm-up. */
async function firstReadings(folder: string, kind: Kind): Promise<Reading[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', LOADER, FIXTURE, folder, kind]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
}

/** The most that a file took. */
const slowest = (readings: readonly Reading[]): number => Math.max(...readings.map(({ cost }) => cost));

/** Milliseconds of the processor, with and without a warm-up. */
interface Best {
  readonly warm: number;
  /** Measured only where it is needed. */
  readonly cold: number | undefined;
  readonly outcomes: readonly string[];
}

/** On a machine with much else to do the processor itself is slower: the reading without a warm-up tells how much. */
const isFast = ({ warm, cold }: Best): boolean => warm < Math.max(50, 0.6 * (cold ?? 0));

/** Other work on the machine only ever adds to the cost: of some processes the best is nearest to the reader's own. */
async function bestOf(folder: string): Promise<Best> {
  let best: Best = { warm: Infinity, cold: undefined, outcomes: [] };
  for (let round = 0; round < MAX_ROUNDS && !isFast(best); round += 1) {
    const warm = await firstReadings(folder, 'warm');
    const outcomes = warm.map(({ outcome }) => outcome);
    best = { ...best, outcomes, warm: Math.min(best.warm, slowest(warm)) };
    if (isFast(best)) break;
    const cold = slowest(await firstReadings(folder, 'cold'));
    best = { ...best, cold: Math.min(best.cold ?? Infinity, cold) };
  }
  return best;
}

it('a process that has just started refuses 100,000 rows about as fast as one that has read before', async () => {
  // The file that takes longest: it is read up to the last row that may be.
  const longest = HOSTILE_ARCHIVES.find(({ code }) => code === 'too-many-rows');
  if (!longest) throw new Error('The catalogue has no file with too many rows.');
  writeFileSync(path.join(root, 'longest'), longest.make());
  const best = await bestOf(root);
  const cold = best.cold === undefined ? '' : `, without a warm-up ${best.cold.toFixed(0)} ms`;
  process.stderr.write(
    `100,000 rows as the first file: ${best.warm.toFixed(0)} ms of the processor${cold}\n`,
  );
  expect(best.outcomes).toEqual(['too-many-rows']);
  expect(isFast(best)).toBe(true);
});
