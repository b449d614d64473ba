import { BatchAbandoned, type BatchSession } from '../consumer/batch-session.js';
import { type BatchProcessor } from '../consumer/batch-processor.js';
import { failpoint } from '../failpoints.js';
import { type ConsumerPosition } from './consumer-positions.js';
import { type DeadLetterTable } from './dead-letter-table.js';
import { type LogReader } from './log-reader.js';
import { type DataSource } from 'typeorm';
import { type BatchLimits } from '../consumer/split-batch.js';

/** Something with events for the consumer. */
export interface Reader {
  /** Reads and processes one batch; false when there was nothing to do. */
  readBatch(signal: AbortSignal): Promise<boolean>;
}

async function unlessAbandoned(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof BatchAbandoned) return false;
    throw error;
  }
}

/** The log of one service: effects, dead letters and the new position commit together. */
export class SourceReader implements Reader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: LogReader,
    private readonly position: ConsumerPosition,
    private readonly letters: DeadLetterTable,
    private readonly processor: BatchProcessor,
  ) {}

  async readBatch(signal: AbortSignal): Promise<boolean> {
    const from = await this.position.read(this.dataSource);
    const slice = await this.log.after(from);
    if (slice === undefined) return false;
    const session: BatchSession = {
      signal,
      begin: (manager) => this.position.claim(manager, from),
      beforeCommit: async (manager, letters) => {
        await this.letters.add(manager, letters);
        await this.position.move(manager, slice.upTo);
      },
    };
    const isDone = await unlessAbandoned(() => this.processor.process(slice.records, session));
    if (isDone) failpoint('consumer.offset-committed');
    return isDone;
  }
}

/** Dead letters that are to be tried again. */
export class RedriveReader implements Reader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly letters: DeadLetterTable,
    private readonly limits: BatchLimits,
    private readonly processor: BatchProcessor,
  ) {}

  async readBatch(signal: AbortSignal): Promise<boolean> {
    const waiting = await this.letters.waiting(this.dataSource, this.limits);
    if (waiting.length === 0) return false;
    const session: BatchSession = {
      signal,
      begin: (manager) => this.letters.claim(manager, waiting),
      beforeCommit: async (manager, letters) => {
        await this.letters.add(manager, letters);
        await this.letters.done(manager, waiting);
      },
    };
    return unlessAbandoned(() => this.processor.process(waiting, session));
  }
}
