import { BatchAbandoned, type BatchSession } from '../consumer/batch-session.js';
import { type EventConsumer } from '../consumer/event-consumer.js';
import { processReady } from '../consumer/process-ready.js';
import { type WaitingPartitions } from '../consumer/waiting-partitions.js';
import { failpoint } from '../failpoints.js';
import { type ConsumerPosition } from './consumer-positions.js';
import { type DeadLetterTable, type WaitingLetter } from './dead-letter-table.js';
import { type LogReader } from './log-reader.js';
import { type LogState } from './log-states.js';
import { type DataSource } from 'typeorm';
import { type BatchLimits } from '../consumer/split-batch.js';

/** Processes what is ready; false when that was nothing, or when another reader is at work. */
async function readReady<R>(
  waiting: WaitingPartitions,
  part: string,
  records: readonly R[],
  process: (records: readonly R[]) => Promise<void>,
): Promise<boolean> {
  try {
    const { done, waitsFor } = await processReady(records, process);
    if (done === records.length) waiting.end(part);
    else waiting.add(part, waitsFor);
    if (done === 0 && records.length > 0) return false;
    failpoint('consumer.offset-committed');
    return true;
  } catch (error) {
    if (!(error instanceof BatchAbandoned)) throw error;
    waiting.end(part);
    return false;
  }
}

/** The log of one service: effects, dead letters and the new position commit together. */
export class SourceReader {
  constructor(
    private readonly log: LogReader,
    private readonly position: ConsumerPosition,
    private readonly letters: DeadLetterTable,
    private readonly consumer: Pick<EventConsumer, 'processor' | 'waiting'>,
  ) {}

  get source(): string {
    return this.position.source;
  }

  /** Reads and processes one batch; false when it waits or another reader is at work. */
  async readBatch(signal: AbortSignal, state: LogState): Promise<boolean> {
    const { position: from } = state;
    const slice = await this.log.between(state);
    return readReady(this.consumer.waiting, this.source, slice.records, (records) => {
      const isWhole = records.length === slice.records.length;
      const upTo = isWhole ? slice.upTo : (records.at(-1)?.origin.offset ?? from);
      return this.consumer.processor.process(records, this.session(signal, from, upTo));
    });
  }

  private session(signal: AbortSignal, from: string, upTo: string): BatchSession {
    return {
      signal,
      begin: (manager) => this.position.claim(manager, from),
      beforeCommit: async (manager, letters) => {
        await this.letters.add(manager, letters);
        await this.position.move(manager, upTo);
      },
    };
  }
}

/** Dead letters that are to be tried again. */
export class RedriveReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly letters: DeadLetterTable,
    private readonly limits: BatchLimits,
    private readonly consumer: Pick<EventConsumer, 'processor' | 'waiting'>,
  ) {}

  /** Reads and processes one batch; false when there was nothing to do. */
  async readBatch(signal: AbortSignal): Promise<boolean> {
    const waiting = await this.letters.waiting(this.dataSource, this.limits);
    if (waiting.length === 0) return false;
    return readReady(this.consumer.waiting, 'redrive', waiting, (letters) =>
      this.consumer.processor.process(letters, this.session(signal, letters)),
    );
  }

  private session(signal: AbortSignal, waiting: readonly WaitingLetter[]): BatchSession {
    return {
      signal,
      begin: (manager) => this.letters.claim(manager, waiting),
      beforeCommit: async (manager, letters) => {
        await this.letters.add(manager, letters);
        await this.letters.done(manager, waiting);
      },
    };
  }
}
