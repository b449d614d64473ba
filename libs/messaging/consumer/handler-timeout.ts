import { setTimeout as pause } from 'node:timers/promises';

/** A handler that did not answer in time. It may still be running. */
export class HandlerTimeout extends Error {
  override readonly name = 'HandlerTimeout';
  readonly isTransient = true;

  constructor(type: string, milliseconds: number) {
    super(`The handler of ${type} did not end within ${milliseconds} ms.`);
  }
}

/** Waits for `work`, at most so many milliseconds. */
export async function withinTime(
  type: string,
  milliseconds: number,
  work: () => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const limit = pause(milliseconds, undefined, { signal: stop.signal }).then(() => {
    throw new HandlerTimeout(type, milliseconds);
  });
  // Its rejection by the abort below is nobody's business.
  limit.catch(() => undefined);
  try {
    await Promise.race([work(), limit]);
  } finally {
    stop.abort();
  }
}
