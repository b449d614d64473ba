import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeKafka } from '../../../test/support/kafka.js';
import { eventually } from '../../../test/support/probe.js';
import { NOTED, openLog, SCHEMA, type LogFixture } from '../event-log/log-fixture.js';
import { withAdmin } from '../kafka/create-kafka.js';
import { KafkaPublisher } from '../relay/kafka-publisher.js';
import { Relays, textsOnce } from '../relay/relay-fixture.js';
import { ensureTopics } from './ensure-topics.js';
import { rebuildTopics, type RebuildOptions } from './rebuild-topics.js';
import { readAll } from './topic-fixture.js';
import { topicName } from './topic-names.js';
import { verifyTopics } from './verify-topics.js';

describeKafka('rebuilding topics', (spec) => {
  let fixture: LogFixture;
  let prefix: string;
  let tests = 0;
  const topics = [NOTED.topic.name];
  const relays = new Relays(() => fixture);
  const name = () => topicName(prefix, NOTED.topic.name);
  const onBroker = () => readAll(spec.client(), name());
  const startRelay = () =>
    relays.start({
      publisher: new KafkaPublisher({ brokers: spec.brokers, prefix, clientId: 'spec', log: relays.log }),
    });
  const rebuild = (options: Partial<RebuildOptions> = {}) =>
    rebuildTopics({
      databaseUrl: fixture.database.url,
      schema: SCHEMA,
      brokers: spec.brokers,
      prefix,
      topics,
      ...options,
    });
  const differences = () =>
    verifyTopics({ manager: fixture.dataSource.manager, brokers: spec.brokers, prefix, topics });

  async function publish(count: number): Promise<void> {
    await fixture.appendMany('a', count);
    await fixture.appendMany('b', count);
    const relay = startRelay();
    await textsOnce(fixture, 2 * count);
    await relay.stop();
  }

  async function loseTopic(): Promise<void> {
    await withAdmin(spec.client(), async (admin) => {
      await admin.deleteTopics({ topics: [name()] });
      await eventually(async () => !(await admin.listTopics()).includes(name()), {
        describe: 'the topic to be gone',
      });
    });
    await ensureTopics({ brokers: spec.brokers, prefix });
  }

  beforeAll(async () => {
    fixture = await openLog();
  });
  beforeEach(async () => {
    await fixture.dataSource.query('truncate event, event_key restart identity');
    tests += 1;
    prefix = `${spec.topicPrefix}${tests}.`;
    await ensureTopics({ brokers: spec.brokers, prefix });
  });
  afterEach(() => relays.stopAll());
  afterAll(() => fixture.close());

  it('brings back every record of a lost topic, the same in all but its time, and lets the relay go on', async () => {
    await publish(300);
    const before = await onBroker();
    await loseTopic();
    expect(await differences()).toEqual([{ topic: topics[0], logged: 600, onBroker: 0, waiting: 0 }]);

    await fixture.appendMany('c', 5);
    const relay = startRelay();
    await eventually(() => relay.read().error?.includes('rebuild-topics'), { describe: 'the refusal' });
    const seen: [number, number][] = [];
    const result = await rebuild({ progress: (done, total) => seen.push([done, total]) });
    expect(result).toEqual({ published: 600, found: 0 });
    expect(seen[0]).toEqual([0, 600]);
    expect(seen.at(-1)).toEqual([600, 600]);

    await textsOnce(fixture, 605);
    const after = await onBroker();
    const byPlace = (records: typeof before) =>
      new Map(records.map((record) => [`${record.partition}/${record.offset}`, record]));
    expect(after).toHaveLength(605);
    for (const [place, record] of byPlace(before)) expect(byPlace(after).get(place)).toEqual(record);
    expect(await differences()).toEqual([]);
  });

  it('goes on where it was interrupted, and keeps the relay from publishing before it has ended', async () => {
    await publish(400);
    await loseTopic();
    const interrupted = rebuild({
      progress: (done) => {
        if (done > 0) throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    // What it published last may also have been published without being noted.
    await fixture.dataSource.query(
      `update event set broker_partition = null, broker_offset = null where position > 450`,
    );
    await fixture.appendMany('c', 1);
    const relay = startRelay();
    await eventually(() => relay.read().error?.includes('not on the broker'), { describe: 'the refusal' });
    expect(await rebuild()).toEqual({ published: 300, found: 500 });
    await textsOnce(fixture, 801);
    expect(await differences()).toEqual([]);
    const records = await onBroker();
    expect(new Set(records.map(({ headers }) => headers['ce_id'])).size).toBe(801);
  });

  it('refuses a topic with records, unless told to make it anew', async () => {
    await publish(3);
    await expect(rebuild()).rejects.toMatchObject({ code: 'TOPIC_HAS_RECORDS' });
    const result = await rebuild({ recreate: true });
    expect(result).toEqual({ published: 6, found: 0 });
    expect(await differences()).toEqual([]);
  });

  it('refuses foreign records in the topic of a log that was used without a broker', async () => {
    await fixture.appendMany('a', 2);
    const relay = relays.start();
    await textsOnce(fixture, 2);
    await relay.stop();
    const producer = spec.client().producer();
    await producer.connect();
    await producer.send({ topic: name(), messages: [{ key: 'k', value: 'v' }] });
    await producer.disconnect();
    await expect(rebuild()).rejects.toMatchObject({ code: 'TOPIC_HAS_RECORDS' });
  });

  it('gives a log that was used without a broker its topics', async () => {
    await fixture.appendMany('a', 20);
    const relay = relays.start();
    await textsOnce(fixture, 20);
    await relay.stop();
    expect(await rebuild()).toEqual({ published: 20, found: 0 });
    expect(await differences()).toEqual([]);
  });

  it('refuses while a relay publishes', async () => {
    const relay = startRelay();
    await eventually(() => relay.read().role === 'active', { describe: 'the relay to be active' });
    await expect(rebuild({ leaseWaitMs: 100 })).rejects.toMatchObject({ code: 'RELAY_RUNNING' });
  });

  it('finds a record that is not in the log', async () => {
    await publish(2);
    const producer = spec.client().producer();
    await producer.connect();
    await producer.send({ topic: name(), messages: [{ key: 'k', value: 'v' }] });
    await producer.disconnect();
    expect(await differences()).toEqual([{ topic: topics[0], logged: 4, onBroker: 5, waiting: 0 }]);
  });
});
