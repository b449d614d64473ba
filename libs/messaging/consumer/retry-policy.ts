/** How often and how fast a failed batch is repeated in place. */
export interface RetryPolicy {
  /** Attempts that one event gets before it goes to the dead letters, the first one included. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled from then on. */
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { attempts: 5, initialDelayMs: 100, maxDelayMs: 5_000 };

/** Milliseconds to wait after the given number of failures (1, 2, 3 …). */
export function retryDelay(policy: RetryPolicy, failures: number): number {
  return Math.min(policy.maxDelayMs, policy.initialDelayMs * 2 ** Math.min(failures - 1, 20));
}
