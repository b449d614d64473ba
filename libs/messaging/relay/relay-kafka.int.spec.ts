import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { describeKafka } from '../../../test/support/kafka.js';
import { eventually } from '../../../test/support/probe.js';
import { NOTED, noted, openLog, type LogFixture } from '../event-log/log-fixture.js';
import { releaseFailedEvents } from '../event-log/failed-events.js';
import { configureFailpoints } from '../failpoints.js';
import { createKafka, withAdmin } from '../kafka/create-kafka.js';
import { silentLog } from '../log.js';
import { topicName } from '../topics/topic-names.js';
import { readAll } from '../topics/topic-fixture.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { Relays, textsOnce, WatchedPublisher } from './relay-fixture.js';

const RAW_BYTES = 20_000;
const noise = (name: string, bytes = RAW_BYTES) => `${name} ${randomBytes(bytes).toString('hex')}`;
const expected = (key: string, count: number) =>
  Array.from({ length: count }, (_none, index) => `${key}-${index + 1}`);

describeKafka('the relay on Kafka', (spec) => {
  let fixture: LogFixture;
  let prefix: string;
  let topic: string;
  let tests = 0;
  const relays = new Relays(() => fixture);
  const publisher = () =>
    new KafkaPublisher({ brokers: spec.brokers, prefix, clientId: 'spec', log: relays.log });
  const topicOnBroker = () => topicName(prefix, topic);
  const createTopic = (maxMessageBytes = 1_048_576, numPartitions = 3) =>
    spec.createTopics({
      topic: topicOnBroker(),
      numPartitions,
      configEntries: [{ name: 'max.message.bytes', value: String(maxMessageBytes) }],
    });
  const onBroker = () => readAll(spec.client(), topicOnBroker());

  beforeAll(async () => {
    fixture = await openLog();
  });
  beforeEach(async () => {
    await fixture.dataSource.query('truncate event, event_key restart identity');
    tests += 1;
    prefix = `${spec.topicPrefix}${tests}.`;
    topic = NOTED.topic.name;
  });
  afterEach(async () => {
    configureFailpoints('');
    await relays.stopAll();
  });
  afterAll(() => fixture.close());

  it('publishes bytes, key and headers as they were stored, and keeps their places', async () => {
    await createTopic();
    const data = { text: 'Ташкент', key: 'HS-2402', value: 'not a message' };
    await fixture.append({ ...noted('op', ''), data, subject: 'subject', correlationId: 'request' });
    await fixture.appendMany('b', 3);
    relays.start({ publisher: publisher() });
    await textsOnce(fixture, 4);
    const records = await onBroker();
    const rows = await fixture.dataSource.query<Record<string, unknown>[]>(
      `select event_id, key, value, headers, broker_partition as partition, broker_offset as place from event`,
    );
    expect(records).toHaveLength(4);
    for (const row of rows) {
      const record = records.find(({ headers }) => headers['ce_id'] === row['event_id']);
      expect(record).toEqual({
        partition: row['partition'],
        offset: Number(row['place']),
        key: row['key'],
        value: row['value'],
        headers: row['headers'],
      });
    }
    expect(records.find(({ key }) => key === 'op')?.value.toString()).toBe(JSON.stringify(data));
  });

  it.each(['relay.claimed', 'relay.published-not-marked', 'relay.marked'])(
    'loses and doubles nothing when it is killed at %s',
    async (name) => {
      await createTopic();
      await fixture.append(...Array.from({ length: 45 }, (_none, n) => noted(`k${n % 4}`, `event-${n}`)));
      const child = spawn(
        process.execPath,
        [
          '--import',
          path.resolve('test/support/typescript-loader.mjs'),
          path.resolve('libs/messaging/relay/relay.child.ts'),
          fixture.database.url,
          spec.brokers,
          prefix,
        ],
        { env: { ...process.env, FAILPOINTS: `${name}:kill:3` }, stdio: ['ignore', 'ignore', 'inherit'] },
      );
      const signal = await new Promise((resolve) => child.on('exit', (_code, killedBy) => resolve(killedBy)));
      expect(signal).toBe('SIGKILL');
      const marked = name === 'relay.marked' ? 30 : 20;
      expect(await fixture.positioned()).toHaveLength(marked);
      expect(await onBroker()).toHaveLength(name === 'relay.claimed' ? 20 : 30);

      const relay = relays.start({ publisher: publisher() });
      await textsOnce(fixture, 45);
      const records = await onBroker();
      expect(records).toHaveLength(45);
      expect(new Set(records.map(({ headers }) => headers['ce_id'])).size).toBe(45);
      for (const key of ['k0', 'k1', 'k2', 'k3']) {
        const sequences = records
          .filter((record) => record.key === key)
          .map(({ headers }) => Number(headers['ce_sequence']));
        expect(sequences).toEqual(sequences.map((_none, index) => index + 1));
      }
      expect(relay.read().reconciled).toBe(name === 'relay.published-not-marked' ? 10 : 0);
    },
  );

  it('marks what arrived when the answer was lost, and publishes only the rest', async () => {
    await createTopic();
    configureFailpoints('relay.published-not-marked:throw:2');
    const relay = relays.start({ publisher: publisher(), maxCount: 10 });
    await fixture.appendMany('op', 25);
    expect(await textsOnce(fixture, 25)).toEqual(expected('op', 25));
    expect(await onBroker()).toHaveLength(25);
    expect(relay.read()).toMatchObject({ reconciled: 10, published: 15 });
  });

  it('compresses: an event far above the limit of the topic passes when its text repeats itself', async () => {
    await createTopic(20_000);
    await fixture.append(noted('op', `op-1 ${'Tashkent '.repeat(20_000)}`));
    const relay = relays.start({ publisher: publisher() });
    await eventually(() => relay.read().published === 1 || relay.read().failed === 1, {
      describe: 'the outcome',
    });
    expect(relay.read()).toMatchObject({ published: 1, failed: 0 });
  });

  it('splits a record batch that is too large although each message is small', async () => {
    await createTopic(100_000, 1);
    const watched = new WatchedPublisher(publisher());
    await fixture.append(...expected('op', 12).map((text) => noted('op', noise(text))));
    relays.start({ publisher: watched });
    const texts = await textsOnce(fixture, 12);
    expect(texts.map((text) => text.split(' ')[0])).toEqual(expected('op', 12));
    expect(watched.batches[0]).toHaveLength(12);
    expect(await onBroker()).toHaveLength(12);
  });

  it('holds back only the key of an event that the broker never takes, loudly, until it is released', async () => {
    await createTopic(50_000);
    await fixture.append(noted('bad', 'bad-1'), noted('good', 'good-1'));
    await fixture.append(
      noted('bad', noise('bad-2', 60_000)),
      noted('bad', 'bad-3'),
      noted('good', 'good-2'),
    );
    const relay = relays.start({ publisher: publisher() });
    expect((await textsOnce(fixture, 3)).sort()).toEqual(['bad-1', 'good-1', 'good-2']);
    await eventually(() => relay.read().failed === 1, { describe: 'the alarm' });
    expect(relays.lines.join('\n')).toMatch(/error 1 events are too large for the broker/);
    await withAdmin(createKafka({ brokers: spec.brokers, clientId: 'spec', log: silentLog }), (admin) =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: 2,
            name: topicOnBroker(),
            configEntries: [{ name: 'max.message.bytes', value: '1048576' }],
          },
        ],
      }),
    );
    expect(await releaseFailedEvents(fixture.dataSource.manager)).toBe(1);
    const texts = await textsOnce(fixture, 5);
    const names = texts.map((text) => text.split(' ')[0]);
    expect(names.filter((name) => name?.startsWith('bad'))).toEqual(['bad-1', 'bad-2', 'bad-3']);
    expect(await onBroker()).toHaveLength(5);
  });

  it('never makes a topic by publishing, says what is missing, and goes on when it is there', async () => {
    const relay = relays.start({ publisher: publisher() });
    await fixture.appendMany('op', 2);
    await eventually(() => relay.read().error, { describe: 'the failure' });
    expect(relay.read().error).toMatch(/Topic .*bulletin\.bulletin\.event\.v1 does not exist on the broker/);
    await createTopic();
    expect(await textsOnce(fixture, 2)).toEqual(expected('op', 2));
  });

  it('refuses to publish to a broker that lost what was published before', async () => {
    await createTopic(undefined, 1);
    const relay = relays.start({ publisher: publisher() });
    await fixture.appendMany('op', 3);
    await textsOnce(fixture, 3);
    await withAdmin(spec.client(), async (admin) => {
      await admin.deleteTopics({ topics: [topicOnBroker()] });
      await eventually(async () => !(await admin.listTopics()).includes(topicOnBroker()), {
        describe: 'the topic to be gone',
      });
    });
    await createTopic(undefined, 1);
    await fixture.appendMany('op', 1);
    await eventually(() => relay.read().error?.includes('the broker lost data'), {
      describe: 'the refusal',
      timeoutMs: 20_000,
    });
    expect(await fixture.positioned()).toHaveLength(3);
  });
});
