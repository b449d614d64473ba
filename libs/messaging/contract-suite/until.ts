import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const TIMEOUT_MS = 10_000;
const EVERY_MS = 10;

/** Waits for the probe to become true; says what it waited for when it does not. */
export async function until(describe: string, probe: () => boolean | Promise<boolean>): Promise<void> {
  const begin = performance.now();
  while (!(await probe())) {
    if (performance.now() - begin > TIMEOUT_MS) throw new Error(`waited ${TIMEOUT_MS} ms for ${describe}`);
    await pause(EVERY_MS);
  }
}
