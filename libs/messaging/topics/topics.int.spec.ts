import { expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { TOPICS } from '#libs/contracts/topics.js';
import { describeKafka } from '../../../test/support/kafka.js';
import { eventually } from '../../../test/support/probe.js';
import { withAdmin } from '../kafka/create-kafka.js';
import { ensureTopics } from './ensure-topics.js';
import { deadLetterTopic, topicName } from './topic-names.js';

const NAMES = Object.values(TOPICS).map(({ name }) => name);

describeKafka('making the topics', (spec) => {
  const { TOPIC } = kafkajs.ConfigResourceTypes;
  const withPrefix = (test: string) => `${spec.topicPrefix}${test}.`;

  async function settings(name: string): Promise<Record<string, string>> {
    const { resources } = await withAdmin(spec.client(), (admin) =>
      admin.describeConfigs({ includeSynonyms: false, resources: [{ type: TOPIC, name }] }),
    );
    const entries = resources[0]?.configEntries ?? [];
    return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
  }

  async function partitions(names: readonly string[]): Promise<Record<string, number>> {
    const { topics } = await withAdmin(spec.client(), (admin) =>
      admin.fetchTopicMetadata({ topics: [...names] }),
    );
    return Object.fromEntries(topics.map((topic) => [topic.name, topic.partitions.length]));
  }

  it('follows the topic table, with dead letters for the groups, and does nothing the second time', async () => {
    const prefix = withPrefix('a');
    const options = {
      brokers: spec.brokers,
      prefix,
      groups: [{ group: 'coordination', topics: [TOPICS.dailyReport.name] }],
    };
    const deadLetters = topicName(prefix, deadLetterTopic(TOPICS.dailyReport.name, 'coordination'));
    const names = NAMES.map((name) => topicName(prefix, name));
    const made = await ensureTopics(options);
    expect([...made.created].sort()).toEqual([...names, deadLetters].sort());
    expect(await partitions([...names, deadLetters])).toEqual({
      ...Object.fromEntries(
        Object.values(TOPICS).map((topic) => [topicName(prefix, topic.name), topic.partitions]),
      ),
      [deadLetters]: 1,
    });
    expect(await settings(topicName(prefix, TOPICS.dailyReport.name))).toMatchObject({
      'cleanup.policy': 'delete',
      'max.message.bytes': '8388608',
      'retention.ms': String(90 * 86_400_000),
      'message.timestamp.type': 'LogAppendTime',
    });
    expect(await settings(topicName(prefix, TOPICS.operationPlan.name))).toMatchObject({
      'cleanup.policy': 'compact',
    });
    expect(Number((await settings(deadLetters))['max.message.bytes'])).toBeGreaterThan(8_388_608);
    expect(await ensureTopics(options)).toEqual({ created: [], adjusted: [], grown: [] });
  });

  it('brings settings into line, leaves others alone, and lets an empty topic grow', async () => {
    const prefix = withPrefix('b');
    const name = topicName(prefix, TOPICS.dailyReport.name);
    await spec.createTopics({
      topic: name,
      numPartitions: 2,
      configEntries: [
        { name: 'max.message.bytes', value: '1000' },
        { name: 'segment.bytes', value: '2000000' },
      ],
    });
    const made = await ensureTopics({ brokers: spec.brokers, prefix });
    expect(made).toMatchObject({ adjusted: [name], grown: [name] });
    // The broker takes a change before it tells of it.
    await eventually(
      async () => {
        expect(await settings(name)).toMatchObject({
          'max.message.bytes': '8388608',
          'segment.bytes': '2000000',
        });
        expect(await partitions([name])).toEqual({ [name]: 6 });
        return true;
      },
      { describe: 'the new settings and partitions' },
    );
  });

  it('refuses to take partitions away', async () => {
    const prefix = withPrefix('c');
    await spec.createTopics({ topic: topicName(prefix, TOPICS.bulletin.name), numPartitions: 4 });
    await expect(ensureTopics({ brokers: spec.brokers, prefix })).rejects.toMatchObject({
      code: 'TOPIC_HAS_MORE_PARTITIONS',
      message: expect.stringMatching(/bulletin.event.v1 has 4 partitions, the topic table says 3/) as unknown,
    });
  });

  it('refuses to add partitions to a topic with records', async () => {
    const prefix = withPrefix('d');
    const topic = topicName(prefix, TOPICS.bulletin.name);
    await spec.createTopics({ topic, numPartitions: 1 });
    const producer = spec.client().producer();
    await producer.connect();
    await producer.send({ topic, messages: [{ key: 'k', value: 'v' }] });
    await producer.disconnect();
    await expect(ensureTopics({ brokers: spec.brokers, prefix })).rejects.toMatchObject({
      code: 'TOPIC_HAS_RECORDS',
    });
  });

  it('says why a topic could not be made', async () => {
    const options = { brokers: spec.brokers, prefix: withPrefix('e'), replicationFactor: 3 };
    await expect(ensureTopics(options)).rejects.toMatchObject({
      code: 'TOPIC_NOT_CREATED',
      message: expect.stringMatching(/v1: .*replication/i) as unknown,
    });
  });
});
