import kafkajs from 'kafkajs';
import { createKafka, withAdmin } from '../kafka/create-kafka.js';
import { silentLog, type Log } from '../log.js';
import { createTopics } from './create-topics.js';
import { TopicsError } from './topic-errors.js';
import { wantedTopics, type GroupSubscription, type WantedTopic } from './wanted-topics.js';

export interface EnsureTopicsOptions {
  /** `host:port`, several joined by commas. */
  readonly brokers: string;
  /** Begins every topic name; empty unless told. */
  readonly prefix?: string;
  /** Groups whose dead letter topics are made too. */
  readonly groups?: readonly GroupSubscription[];
  /** Copies of each partition of topics that are made; 1 unless told. */
  readonly replicationFactor?: number;
  readonly log?: Log;
}

/** What was done; running it again does nothing. */
export interface EnsuredTopics {
  readonly created: readonly string[];
  /** Topics whose settings were brought into line. */
  readonly adjusted: readonly string[];
  readonly grown: readonly string[];
}

const { ConfigResourceTypes } = kafkajs;
/** `source` of a setting that was made for the topic itself. */
const TOPIC_CONFIG = 1;

async function create(admin: kafkajs.Admin, topics: readonly WantedTopic[], replicationFactor: number) {
  try {
    await createTopics(
      admin,
      topics.map(({ name, partitions, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor,
        configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
      })),
    );
  } catch (error) {
    throw new TopicsError('TOPIC_NOT_CREATED', `Topics could not be created: ${reasons(error)}`, {
      cause: error,
    });
  }
}

function reasons(error: unknown): string {
  const { errors } = error as { errors?: readonly { topic?: string; message: string }[] };
  if (errors === undefined) return String((error as Error).message);
  return errors.map(({ topic, message }) => `${topic ?? '?'}: ${message}`).join('; ');
}

/** Sets of a topic's own settings; those that nobody asks for stay as they are. */
async function adjust(admin: kafkajs.Admin, topics: readonly WantedTopic[]): Promise<string[]> {
  if (topics.length === 0) return [];
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map(({ name }) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  const changed = topics.flatMap(({ name, config }) => {
    const entries = resources.find(({ resourceName }) => resourceName === name)?.configEntries ?? [];
    const value = new Map(entries.map(({ configName, configValue }) => [configName, configValue]));
    if (Object.entries(config).every(([key, wanted]) => value.get(key) === wanted)) return [];
    const own = entries.filter((entry) => (entry as { configSource?: number }).configSource === TOPIC_CONFIG);
    const kept = Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
    return [{ name, config: { ...kept, ...config } }];
  });
  if (changed.length > 0) await alter(admin, changed);
  return changed.map(({ name }) => name);
}

async function alter(admin: kafkajs.Admin, topics: readonly Pick<WantedTopic, 'name' | 'config'>[]) {
  await admin.alterConfigs({
    validateOnly: false,
    resources: topics.map(({ name, config }) => ({
      type: ConfigResourceTypes.TOPIC,
      name,
      configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
    })),
  });
}

async function isEmpty(admin: kafkajs.Admin, topic: string): Promise<boolean> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.every(({ high }) => high === '0');
}

/** More partitions would send later events of a key elsewhere than the earlier ones: only empty topics grow. */
async function grow(admin: kafkajs.Admin, topic: WantedTopic, partitions: number): Promise<boolean> {
  if (partitions === topic.partitions) return false;
  if (partitions > topic.partitions)
    throw new TopicsError(
      'TOPIC_HAS_MORE_PARTITIONS',
      `Topic ${topic.name} has ${partitions} partitions, the topic table says ${topic.partitions}. Kafka cannot take partitions away: correct the topic table, or rebuild the topic (rebuild-topics --recreate).`,
    );
  if (!(await isEmpty(admin, topic.name)))
    throw new TopicsError(
      'TOPIC_HAS_RECORDS',
      `Topic ${topic.name} has ${partitions} partitions and records, the topic table says ${topic.partitions} partitions. More partitions would break the order of the keys: rebuild the topic (rebuild-topics --recreate).`,
    );
  await admin.createPartitions({ topicPartitions: [{ topic: topic.name, count: topic.partitions }] });
  return true;
}

async function growAll(
  admin: kafkajs.Admin,
  topics: readonly WantedTopic[],
  present: ReadonlyMap<string, number>,
): Promise<string[]> {
  const grown: string[] = [];
  for (const topic of topics)
    if (await grow(admin, topic, present.get(topic.name) ?? topic.partitions)) grown.push(topic.name);
  return grown;
}

/**
 * Makes the topics of the topic table and the dead letter topics of the groups, and brings the settings of existing ones
 * into line. Throws TopicsError.
 */
export async function ensureTopics(options: EnsureTopicsOptions): Promise<EnsuredTopics> {
  const log = options.log ?? silentLog;
  const kafka = createKafka({ brokers: options.brokers, clientId: 'caravanserai-topics', log });
  const wanted = wantedTopics(options.prefix ?? '', options.groups);
  return withAdmin(kafka, async (admin) => {
    const names = new Set(await admin.listTopics());
    const existing = wanted.filter(({ name }) => names.has(name));
    const missing = wanted.filter(({ name }) => !names.has(name));
    await create(admin, missing, options.replicationFactor ?? 1);
    if (existing.length === 0) return { created: missing.map(({ name }) => name), adjusted: [], grown: [] };
    const { topics } = await admin.fetchTopicMetadata({ topics: existing.map(({ name }) => name) });
    const present = new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
    const grown = await growAll(admin, existing, present);
    return { created: missing.map(({ name }) => name), adjusted: await adjust(admin, existing), grown };
  });
}
