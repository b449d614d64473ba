import { setTimeout as pause } from 'node:timers/promises';
import { type MessageHandler, ServerKafka } from '@nestjs/microservices';
import kafkajs, {
  type Consumer,
  type ConsumerCrashEvent,
  type EachBatchPayload,
  type Kafka,
  type Producer,
} from 'kafkajs';
import { BatchAbandoned } from '../consumer/batch-session.js';
import { type DeadLetter } from '../consumer/dead-letter.js';
import { EventConsumer } from '../consumer/event-consumer.js';
import { processReady } from '../consumer/process-ready.js';
import { retryDelay } from '../consumer/retry-policy.js';
import { splitBatch } from '../consumer/split-batch.js';
import { type ConsumerStatistics } from '../consumer/statistics.js';
import { failpoint } from '../failpoints.js';
import { createKafka } from '../kafka/create-kafka.js';
import { DeadLetterPublisher } from './dead-letter-publisher.js';
import { commitUpTo, type KafkaRecord, toRecord } from './kafka-batch.js';
import { type KafkaEventServerOptions } from './kafka-event-server-options.js';
import { kafkaSettings } from './kafka-settings.js';
import { Membership } from './membership.js';
import { prepareTopics, type Subscription, subscriptionOf } from './subscription.js';

const MEMBERSHIP_BEAT_MS = 1_000;

/**
 * Nest transport over Kafka: batches through the pipeline of libs/messaging/consumer. Offsets are committed after the
 * database, and after dead letters lie in `<topic>.dlq.<group>`.
 */
export class KafkaEventServer extends ServerKafka {
  private readonly events: EventConsumer;
  private readonly letters: DeadLetterPublisher;
  private readonly closing = new AbortController();
  private subscription: Subscription = new Map();

  constructor(private readonly own: KafkaEventServerOptions) {
    super(kafkaSettings(own));
    this.events = new EventConsumer(own);
    this.letters = new DeadLetterPublisher(own);
  }

  get statistics(): ConsumerStatistics {
    return this.events.progress.snapshot();
  }

  /** True when the consumer has not moved for that long. An idle one moves: it asks the broker twice a second. */
  isStalled(milliseconds: number): boolean {
    return this.events.progress.isStalled(milliseconds);
  }

  override async createClient<T>(): Promise<T> {
    const { brokers, group, log } = this.own;
    return createKafka({ brokers, clientId: group, log }) as T;
  }

  override addHandler(pattern: unknown, callback: MessageHandler, isEventHandler = false): void {
    this.events.addHandler(pattern, callback, isEventHandler);
  }

  override async bindEvents(): Promise<void> {
    const { topicPrefix, group } = this.own;
    const topics = this.events.routes.topics();
    this.events.routes.assertKnown();
    if (topics.length === 0) return;
    await this.prepareTopics();
    this.subscription = subscriptionOf(topics, topicPrefix, group);
    const consumer = this.consumer as unknown as Consumer;
    await consumer.subscribe({ topics: [...this.subscription.keys()], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => this.eachBatch(payload),
    });
  }

  override async close(): Promise<void> {
    this.closing.abort();
    await super.close();
  }

  protected override registerConsumerEventListeners(): void {
    super.registerConsumerEventListeners();
    const consumer = this.consumer as unknown as Consumer;
    consumer.on(consumer.events.FETCH, () => this.events.progress.moved());
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => this.keepWaiting(payload.memberAssignment));
    consumer.on(consumer.events.CRASH, (event) => this.onCrash(event));
  }

  private prepareTopics(): Promise<void> {
    const { topicPrefix, group } = this.own;
    return prepareTopics(this.client as unknown as Kafka, this.events.routes.topics(), topicPrefix, group);
  }

  private onCrash({ payload }: ConsumerCrashEvent): void {
    const { group, log, onFatal } = this.own;
    const { error, restart } = payload;
    if (restart) {
      log.warn({ group, err: error }, 'The Kafka consumer failed and starts again');
      // A broker that lost its disk lost the topics of the group too, and no others would make them anew.
      return void this.prepareTopics().catch((err: unknown) => {
        log.warn({ group, err }, 'The topics of the group cannot be looked at');
      });
    }
    log.error({ group, err: error }, 'The Kafka consumer has ended for good');
    onFatal(error);
  }

  protected async eachBatch(payload: EachBatchPayload): Promise<void> {
    const membership = new Membership(() => payload.heartbeat(), this.closing.signal, MEMBERSHIP_BEAT_MS);
    try {
      await this.processBatch(payload, membership.signal);
    } catch (error) {
      if (!(error instanceof BatchAbandoned)) throw asKafkaError(error);
    } finally {
      membership.end();
    }
    if (membership.lostBecause !== undefined) throw asKafkaError(membership.lostBecause);
  }

  private async processBatch(payload: EachBatchPayload, signal: AbortSignal): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const name = this.subscription.get(topic) ?? topic;
    const records = messages.map((message) => toRecord(name, partition, message));
    for (const batch of splitBatch(records, this.events.limits)) {
      if (!payload.isRunning() || payload.isStale() || signal.aborted) return;
      const { done, waitsFor } = await processReady(batch, (ready) => this.take(ready, signal));
      failpoint('consumer.committed-offset-not');
      const last = batch[done - 1];
      if (last) await commitUpTo(payload, last.offset);
      failpoint('consumer.offset-committed');
      if (done < batch.length) return this.postpone(payload, waitsFor);
      this.events.waiting.end(partitionName(topic, partition));
      this.events.progress.moved();
    }
  }

  /** Leaves the partition alone for a while, so that the consumer can read what its next event waits for. */
  private postpone(payload: EachBatchPayload, waitsFor: unknown): void {
    const { topic, partition } = payload.batch;
    const looks = this.events.waiting.add(partitionName(topic, partition), waitsFor);
    const resume = payload.pause();
    pause(retryDelay(this.events.retry, looks), undefined, { signal: this.closing.signal, ref: false }).then(
      resume,
      () => undefined,
    );
  }

  private keepWaiting(assignment: Readonly<Record<string, readonly number[]>>): void {
    const ours = Object.entries(assignment).flatMap(([topic, partitions]) =>
      partitions.map((partition) => partitionName(topic, partition)),
    );
    this.events.waiting.keepOnly(new Set(ours));
  }

  private take(batch: readonly KafkaRecord[], signal: AbortSignal): Promise<void> {
    const producer = this.producer as unknown as Producer;
    const afterCommit = (letters: readonly DeadLetter[]) => this.letters.publish(producer, letters, signal);
    return this.events.processor.process(batch, { signal, afterCommit });
  }
}

const partitionName = (topic: string, partition: number) => `${topic}/${partition}`;

/** kafkajs ends a consumer for good on any TypeError and its like: it may see errors of its own kind only. */
function asKafkaError(error: unknown): Error {
  if (error instanceof kafkajs.KafkaJSError) return error;
  return new kafkajs.KafkaJSError(error instanceof Error ? error : String(error), { retriable: true });
}
