import type kafkajs from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../../test/support/probe.js';
import { withAdmin } from '../kafka/create-kafka.js';

export interface TopicRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

function toRecord(partition: number, message: kafkajs.KafkaMessage): TopicRecord {
  const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    partition,
    offset: Number(message.offset),
    key: String(message.key),
    value: message.value ?? Buffer.alloc(0),
    headers: Object.fromEntries(headers) as Record<string, string>,
  };
}

/** All records of a topic at this moment, each partition in its order; a reader of the specs that shares nothing with the relay's. */
export async function readAll(kafka: kafkajs.Kafka, topic: string): Promise<TopicRecord[]> {
  const ends = await withAdmin(kafka, (admin) => admin.fetchTopicOffsets(topic));
  const total = ends.reduce((sum, { high }) => sum + Number(high), 0);
  if (total === 0) return [];
  const records: TopicRecord[] = [];
  // Disconnecting waits for the fetch in hand, by default 5 s.
  const consumer = kafka.consumer({ groupId: `read-all-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ partition, message }) => {
      records.push(toRecord(partition, message));
    },
  });
  await eventually(() => records.length >= total, { describe: `${total} records`, timeoutMs: 20_000 });
  await consumer.disconnect();
  return records;
}
