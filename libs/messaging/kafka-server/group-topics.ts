import { type ITopicConfig } from 'kafkajs';
import { topicName } from '../topics/topic-names.js';
import { wantedTopics } from '../topics/wanted-topics.js';

/**
 * Where `redrive` puts dead letters for another try (name without prefix): a topic that this group alone reads. On the
 * original topic every group would meet them, its offsets would no longer equal the event log, and on a compacted topic an
 * old state would replace a newer one.
 */
export function redriveTopic(topic: string, group: string): string {
  return `${topic}.redrive.${group}`;
}

/** The topics that belong to one group, for the topics (names of the contracts) that it reads: dead letters, redrive. */
export function groupTopics(topics: readonly string[], prefix: string, group: string): ITopicConfig[] {
  return topics.flatMap((topic) => {
    const [deadLetters] = wantedTopics(prefix, [{ group, topics: [topic] }]).slice(-1);
    if (deadLetters === undefined) return [];
    const settings = {
      numPartitions: 1,
      replicationFactor: -1,
      configEntries: Object.entries(deadLetters.config).map(([name, value]) => ({ name, value })),
    };
    return [deadLetters.name, topicName(prefix, redriveTopic(topic, group))].map((name) => ({
      topic: name,
      ...settings,
    }));
  });
}
