import { type Admin, type Consumer, type EachBatchPayload, type Kafka, type Producer } from 'kafkajs';
import kafkajs from 'kafkajs';
import { TOPICS } from '#libs/contracts/topics.js';
import { createKafka, withAdmin } from '../kafka/create-kafka.js';
import { type Log, silentLog } from '../log.js';
import { deadLetterTopic, topicName } from '../topics/topic-names.js';
import { redrivenMessage } from './dead-letter-record.js';
import { redriveTopic } from './group-topics.js';
import { commitUpTo } from './kafka-batch.js';

export interface KafkaRedriveOptions {
  readonly brokers: string;
  readonly prefix: string;
  /** The group whose dead letters are tried again. */
  readonly group: string;
  /** Only the dead letters of this topic (name of the contracts). */
  readonly topic?: string;
  readonly log?: Log;
}

/** Dead letter topics with the end up to which they are to be redriven. */
type Waiting = Map<string, { readonly to: string; readonly end: bigint }>;

async function endOf(admin: Admin, topic: string, redriveGroup: string): Promise<bigint | undefined> {
  const [offsets] = await admin.fetchTopicOffsets(topic);
  const [committed] = await admin.fetchOffsets({ groupId: redriveGroup, topics: [topic] });
  if (offsets === undefined) return undefined;
  const begin = BigInt(committed?.partitions[0]?.offset ?? -1);
  const from = begin < 0n ? BigInt(offsets.low) : begin;
  return from < BigInt(offsets.high) ? BigInt(offsets.high) : undefined;
}

async function findWaiting(
  kafka: Kafka,
  options: KafkaRedriveOptions,
  redriveGroup: string,
): Promise<Waiting> {
  const { prefix, group, topic } = options;
  const names = Object.values(TOPICS).map(({ name }) => name as string);
  const waiting: Waiting = new Map();
  await withAdmin(kafka, async (admin) => {
    const existing = new Set(await admin.listTopics());
    for (const name of names.filter((candidate) => topic === undefined || candidate === topic)) {
      const from = topicName(prefix, deadLetterTopic(name, group));
      const end = existing.has(from) ? await endOf(admin, from, redriveGroup) : undefined;
      if (end !== undefined) waiting.set(from, { to: topicName(prefix, redriveTopic(name, group)), end });
    }
  });
  return waiting;
}

/** Moves one batch and commits; the number of dead letters sent. */
async function move(payload: EachBatchPayload, producer: Producer, waiting: Waiting): Promise<number> {
  const { topic, messages } = payload.batch;
  const goal = waiting.get(topic);
  const due = messages.filter(({ offset }) => goal !== undefined && BigInt(offset) < goal.end);
  // One by one: a record batch of several large events could exceed the topic's limit.
  for (const message of due) {
    await producer.send({
      topic: goal?.to ?? '',
      acks: -1,
      compression: kafkajs.CompressionTypes.GZIP,
      messages: [redrivenMessage(message)],
    });
    await commitUpTo(payload, message.offset);
  }
  if (goal !== undefined && BigInt(payload.batch.lastOffset()) + 1n >= goal.end) waiting.delete(topic);
  return due.length;
}

function moveAll(consumer: Consumer, producer: Producer, waiting: Waiting): Promise<number> {
  let redriven = 0;
  return new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    const eachBatch = async (payload: EachBatchPayload) => {
      redriven += await move(payload, producer, waiting);
      if (waiting.size === 0) resolve(redriven);
    };
    consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch }).catch(reject);
  });
}

/**
 * Sends the dead letters of a group that are waiting now to its redrive topics, which that group alone reads; ids, keys
 * and bytes stay as they were. Each is sent once, however often this runs. Returns how many were sent.
 *
 * Order: a redriven event comes after all later events of its key. Consumers of states compare versions; for the others
 * redrive before the cause of the failure has let newer events of the key pass.
 */
export async function redriveKafka(options: KafkaRedriveOptions): Promise<number> {
  const { brokers, group, log = silentLog } = options;
  const redriveGroup = `${group}.redrive`;
  const kafka = createKafka({ brokers, clientId: redriveGroup, log });
  const waiting = await findWaiting(kafka, options, redriveGroup);
  if (waiting.size === 0) return 0;
  const consumer = kafka.consumer({
    groupId: redriveGroup,
    maxWaitTimeInMs: 500,
  });
  const producer = kafka.producer();
  await Promise.all([consumer.connect(), producer.connect()]);
  try {
    await consumer.subscribe({ topics: [...waiting.keys()], fromBeginning: true });
    return await moveAll(consumer, producer, waiting);
  } finally {
    await consumer.disconnect();
    await producer.disconnect();
  }
}
