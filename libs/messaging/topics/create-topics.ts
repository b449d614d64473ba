import { setTimeout as pause } from 'node:timers/promises';
import { type Admin, type ITopicConfig } from 'kafkajs';
import { kafkaErrorType } from '../kafka/create-kafka.js';

const LOOKS = 200;
const BETWEEN_LOOKS_MS = 50;

async function isKnown(admin: Admin, topic: string): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
  } catch (error) {
    if (/^(UNKNOWN_TOPIC_OR_PARTITION|LEADER_NOT_AVAILABLE)$/.test(kafkaErrorType(error) ?? '')) return false;
    throw error;
  }
}

/**
 * Creates topics, those that exist excepted, and waits until the broker knows them. kafkajs's `waitForLeaders` fails now
 * and then on a KRaft broker: such a broker does not know a topic yet for a moment after it has created it.
 */
export async function createTopics(admin: Admin, topics: readonly ITopicConfig[]): Promise<void> {
  if (topics.length === 0) return;
  await admin.createTopics({ topics: [...topics], waitForLeaders: false });
  for (const { topic } of topics) {
    for (let look = 1; !(await isKnown(admin, topic)); look++) {
      if (look === LOOKS) throw new Error(`Kafka created the topic ${topic} but does not serve it.`);
      await pause(BETWEEN_LOOKS_MS);
    }
  }
}
