import { afterAll, describe } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';
import { createTopics } from '#libs/messaging/topics/create-topics.js';
import { askForServer } from './ask-for-server.js';
import { withoutTool } from './needed-tool.js';
import { type KafkaAddress } from './test-servers.js';

const BROKER = { tool: 'Kafka broker', variable: 'REQUIRE_KAFKA' } as const;

async function find(): Promise<KafkaAddress> {
  const given = process.env['KAFKA_BROKERS'];
  return given ? { brokers: given } : askForServer<KafkaAddress>('kafka');
}

// Whether a suite is skipped must be known when Jest collects the tests, hence the await here.
const address = await find();

/** Address of the broker of this run. Throws when there is none: call it inside of `describeKafka`. */
export function testBrokers(): string {
  if ('brokers' in address) return address.brokers;
  throw new Error(`no Kafka broker for the tests: ${address.unavailable}`);
}

/** Names of one spec on the shared broker, and clients for it. */
export interface KafkaSpec {
  readonly brokers: string;
  /** A topic name of this spec alone. */
  topic(name: string): string;
  /** Begins every topic name of this spec. */
  readonly topicPrefix: string;
  /** A consumer group of this spec alone. */
  groupId(name: string): string;
  /** A silent client; connect what you make of it, and disconnect it. */
  client(): kafkajs.Kafka;
  createTopics(...topics: kafkajs.ITopicConfig[]): Promise<void>;
}

async function withAdmin<T>(
  spec: Pick<KafkaSpec, 'client'>,
  work: (admin: kafkajs.Admin) => Promise<T>,
): Promise<T> {
  const admin = spec.client().admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Fresh names on the broker of this run. */
export function kafkaSpec(): KafkaSpec {
  const topicPrefix = `t${randomUUID().slice(0, 8)}.`;
  const brokers = testBrokers();
  const client = () =>
    new kafkajs.Kafka({
      clientId: topicPrefix,
      brokers: brokers.split(','),
      logLevel: kafkajs.logLevel.NOTHING,
    });
  return {
    brokers,
    topicPrefix,
    topic: (name) => `${topicPrefix}${name}`,
    groupId: (name) => `${topicPrefix}${name}`,
    client,
    createTopics: (...topics) => withAdmin({ client }, (admin) => createTopics(admin, topics)),
  };
}

async function deleteTopics(spec: KafkaSpec): Promise<void> {
  await withAdmin(spec, async (admin) => {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(spec.topicPrefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
  });
}

/**
 * A `describe` on the real broker of the run. Where no broker can be had the suite is skipped loudly, and fails when
 * REQUIRE_KAFKA=1. The topics of the spec are deleted at its end.
 */
export function describeKafka(title: string, suite: (spec: KafkaSpec) => void): void {
  if ('unavailable' in address) return withoutTool(title, BROKER, address.unavailable);
  describe(title, () => {
    const spec = kafkaSpec();
    suite(spec);
    afterAll(() => deleteTopics(spec));
  });
}
