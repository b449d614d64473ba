import { TOPICS, type TopicDefinition } from '#libs/contracts/topics.js';
import { deadLetterTopic, topicName } from './topic-names.js';

/** A consumer group and the topics (by their names in the contracts) that it reads. */
export interface GroupSubscription {
  readonly group: string;
  readonly topics: readonly string[];
}

/** A topic as it should be on the broker. */
export interface WantedTopic {
  /** With the prefix of the deployment. */
  readonly name: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Room for the headers that tell of the failure. */
const DEAD_LETTER_HEADERS = 65_536;

function config(definition: TopicDefinition, maxMessageBytes: number): Record<string, string> {
  return {
    'cleanup.policy': definition.cleanup,
    'max.message.bytes': String(maxMessageBytes),
    'retention.ms': String(definition.retentionDays * DAY_MS),
    // Age counts from the arrival: a clock that goes wrong, or a replayed operation, must not delete records early.
    'message.timestamp.type': 'LogAppendTime',
  };
}

function deadLetters(prefix: string, { group, topics }: GroupSubscription): WantedTopic[] {
  return topics.map((topic) => {
    const definition = Object.values<TopicDefinition>(TOPICS).find(({ name }) => name === topic);
    if (definition === undefined)
      throw new Error(`Group ${group} reads topic ${topic}, which no contract defines.`);
    const limit = definition.maxMessageBytes + DEAD_LETTER_HEADERS;
    return {
      name: topicName(prefix, deadLetterTopic(topic, group)),
      partitions: 1,
      config: { ...config(definition, limit), 'cleanup.policy': 'delete' },
    };
  });
}

/** All topics of the topic table and the dead letter topics of the groups. */
export function wantedTopics(prefix: string, groups: readonly GroupSubscription[] = []): WantedTopic[] {
  const own = Object.values<TopicDefinition>(TOPICS).map((definition) => ({
    name: topicName(prefix, definition.name),
    partitions: definition.partitions,
    config: config(definition, definition.maxMessageBytes),
  }));
  return [...own, ...groups.flatMap((group) => deadLetters(prefix, group))];
}
