import kafkajs from 'kafkajs';
import { type StoredEvent } from '../envelope/stored-event.js';
import { createKafka, kafkaErrorType } from '../kafka/create-kafka.js';
import { type Log } from '../log.js';
import { topicName } from '../topics/topic-names.js';
import { PlacedPartitioner } from './placed-partitioner.js';
import {
  type BrokerPlace,
  type FoundEvent,
  type OffsetRange,
  type PartitionEnds,
  type Publisher,
} from './publisher.js';
import { BatchTooLargeError, TopicMissingError } from './relay-errors.js';
import { readRanges, topicEnds } from './topic-tails.js';

export interface KafkaPublisherOptions {
  /** `host:port`, several joined by commas. */
  readonly brokers: string;
  readonly clientId: string;
  /** Begins every topic name on the broker; empty unless told. */
  readonly prefix?: string;
  readonly log: Log;
}

const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

interface Sent {
  readonly event: StoredEvent;
  readonly topic: string;
  readonly message: kafkajs.Message;
}

function byTopic(sent: readonly Sent[]): kafkajs.TopicMessages[] {
  const topics = new Map<string, kafkajs.Message[]>();
  for (const { topic, message } of sent) topics.set(topic, [...(topics.get(topic) ?? []), message]);
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}

/**
 * Publishes to Kafka with all acknowledgements and one request in flight. kafkajs is told not to send a request a second
 * time by itself: it would not say so, and the relay finds out on the broker what arrived.
 */
export class KafkaPublisher implements Publisher {
  readonly toBroker = true;
  private readonly kafka: kafkajs.Kafka;
  private readonly prefix: string;
  private readonly partitioner = new PlacedPartitioner();
  private producer: kafkajs.Producer | undefined;

  constructor(private readonly options: KafkaPublisherOptions) {
    this.kafka = createKafka(options);
    this.prefix = options.prefix ?? '';
  }

  async publish(events: readonly StoredEvent[]): Promise<readonly BrokerPlace[]> {
    const sent = events.map((event) => ({
      event,
      topic: topicName(this.prefix, event.topic),
      message: { key: event.key, value: event.value, headers: { ...event.headers } },
    }));
    try {
      const producer = await this.connected();
      const answers = await producer.sendBatch({
        acks: -1,
        timeout: 30_000,
        compression: kafkajs.CompressionTypes.GZIP,
        topicMessages: byTopic(sent),
      });
      return this.places(sent, answers);
    } catch (error) {
      await this.discardProducer();
      throw await this.explain(error, sent);
    } finally {
      this.partitioner.forget();
    }
  }

  async ends(topics: readonly string[]): Promise<readonly PartitionEnds[]> {
    return topicEnds(this.kafka, this.prefix, topics);
  }

  async read(ranges: readonly OffsetRange[]): Promise<readonly FoundEvent[]> {
    return readRanges(this.kafka, this.prefix, ranges);
  }

  async close(): Promise<void> {
    await this.discardProducer();
  }

  private async connected(): Promise<kafkajs.Producer> {
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({
      createPartitioner: this.partitioner.create,
      idempotent: false,
      maxInFlightRequests: 1,
      retry: { retries: 0 },
    });
    this.producer = producer;
    await producer.connect();
    return producer;
  }

  /** A connection whose request failed might still deliver it: it is closed before anybody looks at the broker. */
  private async discardProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.disconnect().catch((error: unknown) => {
      this.options.log.warn({ err: error }, 'A Kafka producer could not be disconnected.');
    });
  }

  private places(sent: readonly Sent[], answers: readonly kafkajs.RecordMetadata[]): BrokerPlace[] {
    const next = new Map(
      answers.map((answer) => [`${answer.topicName}\n${answer.partition}`, Number(answer.baseOffset)]),
    );
    return sent.map(({ topic, message }) => {
      const partition = this.partitioner.partitionOf(message);
      const offset = next.get(`${topic}\n${partition}`);
      if (offset === undefined || !Number.isInteger(offset) || offset < 0)
        throw new Error(
          `The broker did not say at which offset of ${topic}, partition ${partition}, it wrote.`,
        );
      next.set(`${topic}\n${partition}`, offset + 1);
      return { partition, offset };
    });
  }

  private async explain(error: unknown, sent: readonly Sent[]): Promise<unknown> {
    const type = kafkaErrorType(error) ?? '';
    const topics = [...new Set(sent.map(({ topic }) => topic))].join(', ');
    if (TOO_LARGE.has(type))
      return new BatchTooLargeError(`The broker refused ${sent.length} events for ${topics}: ${type}.`, {
        cause: error,
      });
    if (type === 'UNKNOWN_TOPIC_OR_PARTITION') return new TopicMissingError(topics, { cause: error });
    return error;
  }
}
