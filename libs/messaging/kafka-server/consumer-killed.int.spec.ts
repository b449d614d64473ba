import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { type DataSource } from 'typeorm';
import { describeKafka } from '../../../test/support/kafka.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { eventually } from '../../../test/support/probe.js';
import { consumerSchema } from '../contract-suite/consumer-schema.js';
import { KafkaBus } from '../contract-suite/kafka-bus.js';
import { RunningConsumer } from '../contract-suite/running-consumer.js';
import { eventsOf } from '../contract-suite/test-events.js';

/** Where a consumer dies with its second batch of three in hand: effects it leaves, and duplicates the next one meets. */
const DEATHS = {
  'consumer.received': { signal: 'SIGKILL', effects: 3, readAgain: 0 },
  'consumer.inbox-written': { signal: 'SIGKILL', effects: 3, readAgain: 0 },
  'consumer.before-commit': { signal: 'SIGKILL', effects: 3, readAgain: 0 },
  'consumer.committed-offset-not': { signal: 'SIGKILL', effects: 6, readAgain: 3 },
  'consumer.offset-committed': { signal: 'SIGKILL', effects: 6, readAgain: 0 },
};

const EVENTS = eventsOf('UZ-ANG', 12);

describeKafka('a consumer on Kafka that is killed', (spec) => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let bus: KafkaBus;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await consumerSchema(database.url, 'consumer');
    bus = await KafkaBus.create(spec.client(), spec.brokers, spec.topicPrefix, dataSource);
  });
  afterAll(async () => {
    await bus.close();
    await dataSource.destroy();
    await database.drop();
  });

  function killedAt(step: string): Promise<unknown> {
    const program = ['--import', path.resolve('test/support/typescript-loader.mjs')];
    const file = path.resolve('libs/messaging/kafka-server/consumer.child.ts');
    const child = spawn(process.execPath, [...program, file, database.url, spec.brokers, bus.prefix, step], {
      env: { ...process.env, FAILPOINTS: `${step}:kill:2` },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  }

  const effectsOf = (group: string): Promise<{ event_id: string }[]> =>
    dataSource.query('select event_id from effect where consumer = $1 order by n', [group]);

  /** What the death left, and what the next consumer of the group makes of it. */
  async function dieAndGoOn(step: string) {
    const signal = await killedAt(step);
    const { length: effects } = await effectsOf(step);
    const next = await RunningConsumer.start(bus, step);
    try {
      await eventually(() => effects + next.statistics.processed === EVENTS.length, {
        describe: `the rest after ${step}`,
        timeoutMs: 40_000,
      });
      return { signal, effects, readAgain: next.statistics.duplicates };
    } finally {
      await next.close();
    }
  }

  it('has each effect once after its next start, at whichever step it died', async () => {
    await bus.publish(EVENTS);
    // All at once: the broker waits some seconds for each of the dead.
    const steps = Object.keys(DEATHS);
    const outcomes = await Promise.all(steps.map(async (step) => [step, await dieAndGoOn(step)] as const));
    expect(Object.fromEntries(outcomes)).toEqual(DEATHS);
    for (const step of steps)
      expect((await effectsOf(step)).map(({ event_id }) => event_id)).toEqual(EVENTS.map(({ id }) => id));
  }, 90_000);
});
