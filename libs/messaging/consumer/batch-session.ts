import { type EntityManager } from 'typeorm';
import { type DeadLetter } from './dead-letter.js';

/** What a bus adds to the processing of one batch. */
export interface BatchSession {
  /** Aborted when the batch is no longer ours: the consumer closes or has lost its partitions. */
  readonly signal: AbortSignal;
  /** Runs first in the transaction. */
  begin?(manager: EntityManager): Promise<void>;
  /** Runs last in the transaction, with what was given up. */
  beforeCommit?(manager: EntityManager, letters: readonly DeadLetter[]): Promise<void>;
  /** Runs after the commit, where dead letters are kept outside of the database. */
  afterCommit?(letters: readonly DeadLetter[]): Promise<void>;
}

/** The batch was left undone, without any trace: it will be read again. */
export class BatchAbandoned extends Error {
  override readonly name = 'BatchAbandoned';
}

/** The batch was left undone, without any trace: one of its events came too early. */
export class BatchPostponed extends Error {
  override readonly name = 'BatchPostponed';

  constructor(
    /** How many records, from the first, can be processed now. */
    readonly ready: number,
    override readonly cause: unknown,
  ) {
    super('an event of the batch came too early');
  }
}
