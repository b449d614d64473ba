import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { startLocalBroker, type LocalBroker } from '#libs/local-broker/local-broker.js';
import { describeKafka } from '../../../test/support/kafka.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { eventually } from '../../../test/support/probe.js';
import { type BusUnderTest } from '../contract-suite/bus-under-test.js';
import { clearConsumerSchema, consumerSchema } from '../contract-suite/consumer-schema.js';
import { type Behaviour, RunningConsumer } from '../contract-suite/running-consumer.js';
import { OPERATION, SUBMITTED } from '../contract-suite/test-events.js';
import { type NewEvent } from '../event-log.js';
import { PostgresEventLog } from '../event-log/postgres-event-log.js';
import { createKafka } from '../kafka/create-kafka.js';
import { silentLog } from '../log.js';
import { PermanentEventError } from '../received-event.js';
import { KafkaPublisher } from '../relay/kafka-publisher.js';
import { Relay } from '../relay/relay.js';
import { ensureTopics } from '../topics/ensure-topics.js';
import { rebuildTopics } from '../topics/rebuild-topics.js';
import { readAll } from '../topics/topic-fixture.js';
import { deadLetterTopic, topicName } from '../topics/topic-names.js';
import { verifyTopics } from '../topics/verify-topics.js';
import { KafkaEventServer } from './kafka-event-server.js';

const UNITS = ['UZ-ANG', 'KZ-DOS', 'TJ-NIZ', 'KG-DOS'];
const SCHEMA = 'consumer';
const topics = [SUBMITTED.topic.name];
const LONG = { timeoutMs: 60_000, everyMs: 100 };

/** The whole chain on a broker of its own, which the tests kill: event log, relay, broker, consumer, inbox. */
describeKafka('the loss of the broker', () => {
  let broker: LocalBroker;
  let database: TestDatabase;
  let dataSource: DataSource;
  let relay: Relay;
  let prefix: string;
  let tests = 0;
  const log = new PostgresEventLog();
  const fatal: Error[] = [];
  const consumers: RunningConsumer[] = [];

  beforeAll(async () => {
    broker = await startLocalBroker();
    database = await createTestDatabase();
    dataSource = await consumerSchema(database.url, SCHEMA);
  }, 120_000);
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
    await broker.stop();
  });
  beforeEach(async () => {
    await clearConsumerSchema(dataSource);
    prefix = `loss${(tests += 1)}.`;
    fatal.length = 0;
    await ensureTopics({ brokers: broker.brokers, prefix });
    relay = new Relay({
      ...{ databaseUrl: database.url, schema: SCHEMA, topics, log: silentLog, pollMs: 20, maxCount: 20 },
      publisher: new KafkaPublisher({
        brokers: broker.brokers,
        prefix,
        clientId: 'relay',
        log: silentLog,
      }),
    });
    relay.start();
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
    await relay.stop();
  });

  async function start(group: string, after?: Behaviour): Promise<RunningConsumer> {
    const server = new KafkaEventServer({
      ...{ brokers: broker.brokers, topicPrefix: prefix, group, dataSource, log: silentLog },
      ...{ onFatal: (error) => void fatal.push(error), sessionTimeoutMs: 6_000, batch: { maxEvents: 7 } },
    });
    const consumer = await RunningConsumer.on(
      server,
      { dataSource } as BusUnderTest,
      group,
      undefined,
      after,
    );
    consumers.push(consumer);
    return consumer;
  }

  function submitted(unit: string, revision: number): NewEvent {
    const submittedAt = '2017-09-05T18:00:00Z';
    const data = {
      ...{ operation: OPERATION, unit, operationDay: '2017-09-05', revision, kind: 'report' as const },
      submittedAt,
    };
    return { definition: SUBMITTED, key: `${OPERATION}|${unit}`, data, occurredAt: submittedAt };
  }

  /** Each unit submits its reports number `from` to `to`. */
  async function submit(from: number, to: number): Promise<void> {
    for (let revision = from; revision <= to; revision++) {
      const events = UNITS.map((unit) => submitted(unit, revision));
      await dataSource.transaction((manager) => log.appendAll(manager, events));
    }
  }

  const hasEffects = (consumer: RunningConsumer, count: number) =>
    eventually(async () => (await consumer.effects()).length >= count, {
      describe: `${count} effects of ${consumer.group}`,
      ...LONG,
    });

  /** Every report of every unit has one effect, in order; except those of the one unit. */
  async function expectEach(consumer: RunningConsumer, to: number, without: readonly number[] = []) {
    const effects = await consumer.effects();
    for (const unit of UNITS) {
      const left = unit === UNITS[0] ? without : [];
      const all = Array.from({ length: to }, (_none, index) => index + 1).filter((n) => !left.includes(n));
      const found = effects.filter(({ key }) => key.endsWith(unit)).map(({ sequence }) => sequence);
      expect([unit, found]).toEqual([unit, all]);
    }
  }

  it('by SIGKILL under consumption costs no event, and none counts twice', async () => {
    const consumer = await start('killed');
    await submit(1, 30);
    await hasEffects(consumer, 20);
    await broker.kill();
    await submit(31, 40);
    await broker.restart();
    await submit(41, 50);
    await hasEffects(consumer, 200);
    await expectEach(consumer, 50);
    expect(fatal).toEqual([]);
  }, 120_000);

  it('with its disk costs nothing once the topics are rebuilt: the same state, nothing twice, dead letters again', async () => {
    const refused: Behaviour = (event) => {
      if (event.sequence === 3 && event.key.endsWith(UNITS[0] ?? ''))
        throw new PermanentEventError('plan.unknown', 'No plan.');
    };
    const consumer = await start('wiped', refused);
    await submit(1, 20);
    await hasEffects(consumer, 79);
    await consumer.reached('deadLettered', 1);
    await broker.wipe();
    await submit(21, 25);
    await broker.restart();
    await rebuildTopics({
      ...{ databaseUrl: database.url, schema: SCHEMA, brokers: broker.brokers, prefix, topics },
      recreate: true,
    });
    const late = await start('begins-after-the-loss');
    await submit(26, 30);
    await hasEffects(consumer, 119);
    await hasEffects(late, 120);
    await expectEach(consumer, 30, [3]);
    await expectEach(late, 30);
    await eventually(() => consumer.statistics.deadLettered === 2, { describe: 'the dead letter', ...LONG });
    const kafka = createKafka({ brokers: broker.brokers, clientId: 'spec', log: silentLog });
    const letters = topicName(prefix, deadLetterTopic(SUBMITTED.topic.name, 'wiped'));
    expect((await readAll(kafka, letters)).map(({ headers }) => headers['ce_sequence'])).toEqual(['3']);
    expect(
      await verifyTopics({ manager: dataSource.manager, brokers: broker.brokers, prefix, topics }),
    ).toEqual([]);
    expect(consumer.statistics.duplicates).toBeGreaterThan(0);
    expect(fatal).toEqual([]);
  }, 120_000);
});
