import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { busContract } from '../contract-suite/bus-contract.js';
import { type BusUnderTest, type DeadLetterView, type TestRecord } from '../contract-suite/bus-under-test.js';
import { clearConsumerSchema, consumerSchema } from '../contract-suite/consumer-schema.js';
import { RunningConsumer } from '../contract-suite/running-consumer.js';
import { until } from '../contract-suite/until.js';
import { silentLog } from '../log.js';
import { redriveEmbedded } from './dead-letter-table.js';
import { EmbeddedEventServer } from './embedded-event-server.js';

let database: TestDatabase;
let reporting: DataSource;
let consumer: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  reporting = await consumerSchema(database.url, 'reporting');
  consumer = await consumerSchema(database.url, 'consumer');
});

afterAll(async () => {
  await Promise.all([reporting, consumer].map((dataSource) => dataSource.destroy()));
  await database.drop();
});

let sequence = 0;

/** As the relay leaves an event, but unchecked. */
function append({ topic, key, value, headers }: TestRecord): Promise<unknown> {
  return reporting.query(
    `insert into event (event_id, topic, key, sequence, type, time, value, headers, position)
     select $1, $2, $3, $4, 'unchecked', now(), $5, $6, coalesce(max(position), 0) + 1 from event`,
    [randomUUID(), topic, key ?? '', (sequence += 1), value ?? Buffer.alloc(0), JSON.stringify(headers)],
  );
}

async function deadLetters(group: string): Promise<readonly DeadLetterView[]> {
  return consumer.query(
    `select topic, key, value, event_id as "eventId", reason_code as code, reason
     from dead_letter where consumer = $1 order by id`,
    [group],
  );
}

async function createBus(): Promise<BusUnderTest> {
  await Promise.all([reporting, consumer].map(clearConsumerSchema));
  const sources = [{ service: 'reporting', schema: 'reporting' }];
  return {
    dataSource: consumer,
    async publish(records) {
      for (const record of records) await append(record);
    },
    createServer: (group, options) =>
      new EmbeddedEventServer({
        group,
        dataSource: consumer,
        sources,
        log: silentLog,
        pollMs: 20,
        ...options,
      }),
    redrive: (group, topic) =>
      redriveEmbedded({ dataSource: consumer, group, ...(topic !== undefined && { topic }) }),
    deadLetters,
    async countRecords(topic) {
      const rows: unknown[] = await reporting.query(`select 1 from event where topic = $1`, [topic]);
      return rows.length;
    },
    close: async () => undefined,
  };
}

busContract('the embedded bus', createBus);

it('asks one question when it is woken, and about dead letters only when nobody wakes it', async () => {
  const bus = await createBus();
  let wake = (): void => undefined;
  const createServer: BusUnderTest['createServer'] = (group) => {
    const sources = [{ service: 'reporting', schema: 'reporting' }];
    const server = new EmbeddedEventServer({
      ...{ group, dataSource: consumer, sources },
      ...{ log: silentLog, pollMs: 60_000 },
    });
    wake = () => server.wake();
    return server;
  };
  const asked = jest.spyOn(consumer, 'query');
  const running = await RunningConsumer.start({ ...bus, createServer }, 'looks');
  try {
    await until('both to be asked at the start', () => asked.mock.calls.length === 2);
    for (const count of [3, 4]) {
      wake();
      await until('the next look', () => asked.mock.calls.length >= count);
    }
    await running.close();
    expect(asked.mock.calls.filter(([sql]) => sql.includes('dead_letter'))).toHaveLength(1);
    expect(asked).toHaveBeenCalledTimes(4);
  } finally {
    asked.mockRestore();
  }
});
