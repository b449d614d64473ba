import type kafkajs from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaErrorType, withAdmin } from '../kafka/create-kafka.js';
import { topicName } from '../topics/topic-names.js';
import { type FoundEvent, type OffsetRange, type PartitionEnds } from './publisher.js';
import { TopicMissingError } from './relay-errors.js';

const LEADERLESS = /^(NOT_LEADER_FOR_PARTITION|LEADER_NOT_AVAILABLE)$/;

async function endsOfTopic(
  admin: kafkajs.Admin,
  prefix: string,
  topic: string,
): Promise<readonly PartitionEnds[]> {
  const name = topicName(prefix, topic);
  try {
    const offsets = await admin.fetchTopicOffsets(name);
    return offsets.map(({ partition, low, high }) => ({
      topic,
      partition,
      low: Number(low),
      high: Number(high),
    }));
  } catch (error) {
    if (kafkaErrorType(error) !== 'UNKNOWN_TOPIC_OR_PARTITION') throw error;
    throw new TopicMissingError(name, { cause: error });
  }
}

const LOOKS = 100;
const BETWEEN_LOOKS_MS = 50;

/** What each partition of the topics holds. A topic that was made a moment ago may have no leader yet: it is waited for. */
export async function topicEnds(
  kafka: kafkajs.Kafka,
  prefix: string,
  topics: readonly string[],
): Promise<readonly PartitionEnds[]> {
  for (let look = 1; ; look++) {
    try {
      return await withAdmin(kafka, async (admin) =>
        (await Promise.all(topics.map((topic) => endsOfTopic(admin, prefix, topic)))).flat(),
      );
    } catch (error) {
      if (look === LOOKS || !LEADERLESS.test(kafkaErrorType(error) ?? '')) throw error;
      await pause(BETWEEN_LOOKS_MS);
    }
  }
}

const READ_TIMEOUT_MS = 60_000;

/** Collects what lies in the ranges and knows when all of it was seen. */
class RangeReader {
  readonly found: FoundEvent[] = [];
  private readonly open: Map<string, OffsetRange>;

  constructor(prefix: string, ranges: readonly OffsetRange[]) {
    this.open = new Map(
      ranges.map((range) => [`${topicName(prefix, range.topic)}\n${range.partition}`, range]),
    );
  }

  get done(): boolean {
    return this.open.size === 0;
  }

  /** False when nothing more is wanted of the batch's partition. */
  take(batch: kafkajs.Batch): boolean {
    const name = `${batch.topic}\n${batch.partition}`;
    const range = this.open.get(name);
    if (range === undefined) return false;
    for (const { offset, headers } of batch.messages) {
      if (Number(offset) < range.from || Number(offset) >= range.to) continue;
      const id = String(headers?.['ce_id'] ?? '');
      this.found.push({ topic: range.topic, partition: range.partition, offset: Number(offset), id });
    }
    // The batch's own last offset counts: its last records may have been compacted away.
    if (Number(batch.lastOffset()) >= range.to - 1) this.open.delete(name);
    return this.open.has(name);
  }
}

function consume(consumer: kafkajs.Consumer, prefix: string, ranges: readonly OffsetRange[]) {
  const reader = new RangeReader(prefix, ranges);
  return new Promise<readonly FoundEvent[]>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    const eachBatch = async ({ batch }: kafkajs.EachBatchPayload) => {
      if (!reader.take(batch)) consumer.pause([{ topic: batch.topic, partitions: [batch.partition] }]);
      if (reader.done) resolve(reader.found);
    };
    const seek = () => {
      // A short topic may have been read, and the consumer ended, before `run` answers.
      if (reader.done) return;
      for (const { topic, partition, from } of ranges)
        consumer.seek({ topic: topicName(prefix, topic), partition, offset: String(from) });
    };
    consumer.run({ autoCommit: false, eachBatch }).then(seek).catch(reject);
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`The ends of the topics were not read in ${READ_TIMEOUT_MS} ms.`);
    timer = setTimeout(() => reject(error), READ_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads the events that lie in the ranges, through a consumer group that is thrown away. */
export async function readRanges(
  kafka: kafkajs.Kafka,
  prefix: string,
  ranges: readonly OffsetRange[],
): Promise<readonly FoundEvent[]> {
  if (ranges.length === 0) return [];
  const groupId = `${prefix}relay-tail-${randomUUID()}`;
  const topics = [...new Set(ranges.map(({ topic }) => topicName(prefix, topic)))];
  // Disconnecting waits for the fetch in hand, by default 5 s, and the relay publishes nothing meanwhile.
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, retry: { retries: 3 } });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    return await inTime(consume(consumer, prefix, ranges));
  } finally {
    await consumer.disconnect();
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  }
}
