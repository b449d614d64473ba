import { BatchPostponed } from './batch-session.js';

/** How far a batch was processed. */
export interface Readiness {
  /** Records done, from the first. */
  readonly done: number;
  /** Why the next one has to wait; absent when all are done. */
  readonly waitsFor?: unknown;
}

/** Processes a batch up to, but without, the first event that came too early. */
export async function processReady<R>(
  records: readonly R[],
  process: (records: readonly R[]) => Promise<void>,
): Promise<Readiness> {
  try {
    await process(records);
    return { done: records.length };
  } catch (error) {
    if (!(error instanceof BatchPostponed)) throw error;
    const before = records.slice(0, error.ready);
    const { done } = before.length === 0 ? { done: 0 } : await processReady(before, process);
    return { done, waitsFor: error.cause };
  }
}
