import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';

/** How long and for what a probe waits. */
export interface ProbeOptions {
  /** Completes "waited for …". */
  readonly describe: string;
  /** Default 10,000 ms. */
  readonly timeoutMs?: number;
  /** Time between two looks; default 25 ms. */
  readonly everyMs?: number;
}

/** A probe that never came true. */
export class ProbeTimeout extends Error {
  override readonly name = 'ProbeTimeout';
}

function shown(outcome: { value: unknown } | { error: unknown } | undefined): string {
  if (outcome === undefined) return 'the first look never ended';
  if ('value' in outcome)
    return `the last look gave ${inspect(outcome.value, { depth: 4, breakLength: 120 })}`;
  const { error } = outcome;
  return `the last look threw ${error instanceof Error ? `${error.name}: ${error.message}` : inspect(error)}`;
}

/**
 * Looks again and again until `probe` gives something true, and returns it. A probe that throws (a failed `expect`
 * included) is looked at again. After the time it throws ProbeTimeout with what was waited for and what was seen last.
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  options: ProbeOptions,
): Promise<NonNullable<T>> {
  const { describe, timeoutMs = 10_000, everyMs = 25 } = options;
  const begin = performance.now();
  let last: { value: unknown } | { error: unknown } | undefined;
  let looks = 0;
  const failure = () =>
    new ProbeTimeout(
      `Waited ${Math.round(performance.now() - begin)} ms for ${describe}: after ${looks} looks ${shown(last)}`,
      last && 'error' in last ? { cause: last.error } : undefined,
    );
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(failure()), timeoutMs);
  });
  try {
    for (;;) {
      looks += 1;
      try {
        const value = await Promise.race([Promise.resolve(probe()), limit]);
        last = { value };
        if (value) return value;
      } catch (error) {
        if (error instanceof ProbeTimeout && performance.now() - begin >= timeoutMs - 1) throw error;
        last = { error };
      }
      await Promise.race([pause(everyMs), limit]);
    }
  } finally {
    clearTimeout(timer);
  }
}
