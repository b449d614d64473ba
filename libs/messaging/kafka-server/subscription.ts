import { type Kafka } from 'kafkajs';
import { withAdmin } from '../kafka/create-kafka.js';
import { topicName } from '../topics/topic-names.js';
import { createTopics } from '../topics/create-topics.js';
import { groupTopics, redriveTopic } from './group-topics.js';

/** Physical topic names with the names of the contracts that they stand for. */
export type Subscription = ReadonlyMap<string, string>;

/** What a group subscribes to: the topics of its handlers and its own redrive topics. */
export function subscriptionOf(topics: readonly string[], prefix: string, group: string): Subscription {
  return new Map(
    topics.flatMap((topic) => [
      [topicName(prefix, topic), topic],
      [topicName(prefix, redriveTopic(topic, group)), topic],
    ]),
  );
}

/**
 * Creates the topics of the group where they are missing. The topics it reads must exist: the broker creates none by
 * itself, and a missing one would be waited for in silence.
 */
export async function prepareTopics(
  kafka: Kafka,
  topics: readonly string[],
  prefix: string,
  group: string,
): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const missing = topics.map((topic) => topicName(prefix, topic)).filter((topic) => !existing.has(topic));
    if (missing.length > 0) {
      throw new Error(`Kafka has no topic ${missing.join(', ')}. Create the topics of the contracts first.`);
    }
    const own = groupTopics(topics, prefix, group).filter(({ topic }) => !existing.has(topic));
    await createTopics(admin, own);
  });
}
