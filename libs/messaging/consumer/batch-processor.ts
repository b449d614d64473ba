import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { failpoint } from '../failpoints.js';
import { type ReceivedEvent } from '../received-event.js';
import {
  type AttemptPlan,
  type AttemptResult,
  type AttemptTools,
  BatchAttempt,
  type EventOfBatch,
  leftHanging,
} from './batch-attempt.js';
import { BatchAbandoned, BatchPostponed, type BatchSession } from './batch-session.js';
import { BatchFailures } from './batch-failures.js';
import { type Log } from '../log.js';
import { classifyError } from './classify-error.js';
import { ConsumerTransaction } from './consumer-transaction.js';
import { type DeadLetter, deadLetter } from './dead-letter.js';
import { decodeRecord } from './decode-record.js';
import { EventFailure } from './event-failure.js';
import { type EventRoutes } from './event-routes.js';
import { Inbox } from './inbox.js';
import { type IncomingRecord } from './incoming-record.js';
import { type RetryPolicy, retryDelay } from './retry-policy.js';
import { type ConsumerProgress } from './statistics.js';

export interface BatchProcessorOptions {
  /** Name of the consumer group, as in the inbox. */
  readonly consumer: string;
  readonly dataSource: DataSource;
  readonly routes: EventRoutes;
  readonly progress: ConsumerProgress;
  readonly log: Log;
  readonly retry: RetryPolicy;
  readonly handlerTimeoutMs: number;
}

interface Sorted {
  readonly events: EventOfBatch[];
  readonly unreadable: DeadLetter[];
  ignored: number;
}

/**
 * The pipeline, the same for every bus: decode and check the shape → inbox and one transaction for the batch → repeat
 * passing failures in place, in order → give up what is beyond repair.
 */
export class BatchProcessor {
  private readonly tools: AttemptTools;
  private readonly ignoredTypes = new Set<string>();

  constructor(private readonly options: BatchProcessorOptions) {
    const { consumer, routes, handlerTimeoutMs } = options;
    this.tools = { inbox: new Inbox(consumer), routes, handlerTimeoutMs };
  }

  /**
   * Processes one batch and returns when its effects are committed and its dead letters are kept. Throws BatchAbandoned
   * when the session ended first and BatchPostponed when an event came too early; the batch must then be read again.
   */
  async process(records: readonly IncomingRecord[], session: BatchSession): Promise<void> {
    failpoint('consumer.received');
    const sorted = this.sort(records);
    const result = await this.untilDone(records, sorted, session);
    const { progress } = this.options;
    progress.add('processed', result.processed);
    progress.add('duplicates', result.duplicates);
    progress.add('ignored', sorted.ignored);
    await session.afterCommit?.(result.letters);
    progress.add('deadLettered', result.letters.length);
    for (const letter of result.letters) this.reportDeadLetter(letter);
  }

  private sort(records: readonly IncomingRecord[]): Sorted {
    const sorted: Sorted = { events: [], unreadable: [], ignored: 0 };
    for (const record of records) {
      const decoded = decodeRecord(record, (type) => this.options.routes.of(type).length > 0);
      if (decoded.kind === 'event') sorted.events.push({ record, event: decoded.event });
      else if (decoded.kind === 'unreadable') sorted.unreadable.push(deadLetter(record, decoded.error));
      else {
        sorted.ignored += 1;
        this.reportIgnored(decoded.type, record.topic);
      }
    }
    return sorted;
  }

  private async untilDone(
    records: readonly IncomingRecord[],
    { events, unreadable }: Sorted,
    session: BatchSession,
  ): Promise<AttemptResult> {
    const failures = new BatchFailures(this.options.retry);
    for (;;) {
      if (session.signal.aborted) throw new BatchAbandoned('the batch is no longer ours');
      const { givenUp, careful } = failures;
      try {
        return await this.attempt({ events, unreadable, givenUp, careful }, session);
      } catch (error) {
        if (error instanceof BatchAbandoned) throw error;
        const early = earlyRecord(error, events);
        if (early) throw new BatchPostponed(records.indexOf(early), (error as EventFailure).cause);
        const next = failures.note(error);
        if (next.wait === 0) continue;
        this.options.progress.add('retried');
        const delay = retryDelay(this.options.retry, next.wait);
        this.reportRetry(next.cause, next.event, delay);
        await pause(delay, undefined, { signal: session.signal }).catch(() => undefined);
      }
    }
  }

  private async attempt(plan: AttemptPlan, session: BatchSession): Promise<AttemptResult> {
    const transaction = await ConsumerTransaction.begin(this.options.dataSource);
    try {
      const result = await new BatchAttempt(this.tools, plan, transaction.manager).run(session);
      await transaction.commit();
      return result;
    } catch (error) {
      if (leftHanging(error)) await transaction.sever();
      else if (!(await transaction.rollback())) throw BatchFailures.environment(error);
      throw error;
    }
  }

  private reportIgnored(type: string, topic: string): void {
    if (this.ignoredTypes.has(type)) return;
    this.ignoredTypes.add(type);
    const { consumer, log } = this.options;
    log.info(
      { consumer, type: type.slice(0, 200), topic },
      'Events of a type without handler are passed over',
    );
  }

  private reportDeadLetter({ record, errorCode, errorMessage }: DeadLetter): void {
    const { consumer, log } = this.options;
    const { topic, origin } = record;
    log.error({ consumer, topic, ...origin, errorCode, errorMessage }, 'An event became a dead letter');
  }

  private reportRetry(err: unknown, event: ReceivedEvent | undefined, delayMs: number): void {
    const { consumer, log } = this.options;
    const what = event && { eventId: event.id, type: event.type, topic: event.topic };
    log.warn({ consumer, ...what, delayMs, err }, 'A batch failed and is repeated');
  }
}

/** The record whose event has to wait for something else. */
function earlyRecord(error: unknown, events: readonly EventOfBatch[]): IncomingRecord | undefined {
  if (!(error instanceof EventFailure) || classifyError(error.cause) !== 'early') return undefined;
  return events.find(({ event }) => event === error.event)?.record;
}
