/** Work that a service does once a minute. Two instances of the service never do it at the same time. */
export interface ServiceJob {
  /** Lower case with hyphens, unique in the service. */
  readonly name: string;
  /**
   * Must be safe to do again: after a failure it is repeated.
   * @param now instant of the run (UTC, with milliseconds)
   */
  run(now: string): Promise<void>;
}

/** Which try of a piece of work it is. */
export interface JobAttempt {
  /** From 1. */
  readonly number: number;
  /** Where this one fails, none follows. */
  readonly isLast: boolean;
}

/** Work that was put into the service's queue; repeated with growing pauses until it succeeds or its attempts end. */
export interface QueuedTask<T = unknown> {
  /** Lower case with hyphens, unique in the service. */
  readonly name: string;
  run(payload: T, attempt: JobAttempt): Promise<void>;
}
