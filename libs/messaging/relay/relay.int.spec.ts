import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../../../test/support/probe.js';
import { noted, openLog, SCHEMA, type LogFixture } from '../event-log/log-fixture.js';
import { PostgresEventLog } from '../event-log/postgres-event-log.js';
import { configureFailpoints } from '../failpoints.js';
import { Lease } from './lease.js';
import { positionedChannel } from './relay.js';
import { Relays, textsOnce, WatchedPublisher } from './relay-fixture.js';

let fixture: LogFixture;
const relays = new Relays(() => fixture);

beforeAll(async () => {
  fixture = await openLog();
});
beforeEach(() => fixture.dataSource.query('truncate event, event_key restart identity'));
afterEach(async () => {
  configureFailpoints('');
  await relays.stopAll();
});
afterAll(() => fixture.close());

const expected = (key: string, count: number) =>
  Array.from({ length: count }, (_none, index) => `${key}-${index + 1}`);

/** Ends the sessions of relays on the server, as a network failure or a restart does; answers how many they were. */
async function killRelaySessions(): Promise<number> {
  const rows = await fixture.dataSource.query<unknown[]>(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and application_name like '%-relay'`,
  );
  return rows.length;
}

describe('the relay', () => {
  it('gives positions without a gap, in the order of the log', async () => {
    relays.start({ maxCount: 7 });
    await fixture.appendMany('a', 20);
    await fixture.appendMany('b', 20);
    expect(await textsOnce(fixture, 40)).toEqual([...expected('a', 20), ...expected('b', 20)]);
    const positions = (await fixture.positioned()).map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: 40 }, (_none, index) => index + 1));
  });

  it('publishes an event whose transaction commits after that of a later id', async () => {
    const relay = relays.start();
    const late = fixture.dataSource.createQueryRunner();
    try {
      await late.startTransaction();
      await fixture.log.append(late.manager, noted('late', 'late-1'));
      await fixture.appendMany('early', 3);
      expect(await textsOnce(fixture, 3)).toEqual(expected('early', 3));
      await late.commitTransaction();
      expect(await textsOnce(fixture, 4)).toEqual([...expected('early', 3), 'late-1']);
      expect(relay.read().published).toBe(4);
    } finally {
      await late.release();
    }
  });

  it('stands by while another one works, and takes over when that one ends', async () => {
    const working = new WatchedPublisher();
    const waiting = new WatchedPublisher();
    const first = relays.start({ publisher: working });
    await eventually(() => first.read().role === 'active', { describe: 'the first relay to be active' });
    const second = relays.start({ publisher: waiting });
    await eventually(() => second.read().role === 'standby', { describe: 'the second relay to stand by' });
    await fixture.appendMany('op', 300);
    await textsOnce(fixture, 300);
    expect(waiting.batches).toEqual([]);
    await first.stop();
    await fixture.appendMany('op', 1);
    await textsOnce(fixture, 301);
    expect(waiting.batches).toHaveLength(1);
    expect(second.read().role).toBe('active');
  });

  it('notices that its connection died, and works again with a new one', async () => {
    const relay = relays.start();
    await fixture.appendMany('a', 1);
    await textsOnce(fixture, 1);
    expect(await killRelaySessions()).toBe(1);
    await fixture.appendMany('b', 1);
    expect(await textsOnce(fixture, 2)).toEqual(['a-1', 'b-1']);
    await eventually(() => relay.read().role === 'active', { describe: 'the relay to be active again' });
    expect(relays.lines.join('\n')).toMatch(/error The relay begins anew: The relay lost its lease/);
  });

  it('marks nothing after its lease is gone, even when the publish went well', async () => {
    let kills = 0;
    const publisher = new WatchedPublisher(undefined, async () => {
      if (kills === 0) kills = await killRelaySessions();
    });
    relays.start({ publisher });
    await fixture.appendMany('op', 5);
    expect(await textsOnce(fixture, 5)).toEqual(expected('op', 5));
    expect(kills).toBe(1);
    expect(publisher.batches).toHaveLength(2);
  });

  it('begins anew after any failure', async () => {
    configureFailpoints('relay.claimed:throw:1,relay.published-not-marked:throw:1,relay.marked:throw:2');
    const relay = relays.start({ maxCount: 2 });
    await fixture.appendMany('op', 6);
    expect(await textsOnce(fixture, 6)).toEqual(expected('op', 6));
    await eventually(() => relay.read().error === undefined, { describe: 'the failure to be over' });
    const failures = relays.lines.filter((line) => line.includes('begins anew'));
    expect(failures.map((line) => line.split('failpoint ')[1])).toEqual([
      'relay.claimed',
      'relay.published-not-marked',
      'relay.marked',
    ]);
  });

  it('takes no more at once than count and bytes allow, but a large event alone', async () => {
    const publisher = new WatchedPublisher();
    await fixture.append(
      ...expected('small', 5).map((text) => noted('small', text)),
      noted('large', 'x'.repeat(20_000)),
      noted('large', 'y'.repeat(4_000)),
      noted('large', 'z'.repeat(4_000)),
    );
    relays.start({ publisher, maxCount: 3, maxBytes: 10_000 });
    await textsOnce(fixture, 8);
    expect(publisher.batches.map((batch) => batch.map(({ value }) => value.length > 100))).toEqual([
      [false, false, false],
      [false, false],
      [true],
      [true, true],
    ]);
  });

  it('needs no poll when it is woken after a commit, and looks once for what was committed', async () => {
    const asked = jest.spyOn(Lease.prototype, 'query');
    const claims = () => asked.mock.calls.filter(([sql]) => sql.includes('candidate')).length;
    try {
      const relay = relays.start({ pollMs: 60_000 });
      await eventually(() => claims() === 1, { describe: 'the first look' });
      const log = new PostgresEventLog({ appended: () => relay.wake() });
      for (const count of [1, 2, 3]) {
        await fixture.dataSource.transaction((manager) => log.append(manager, noted('op', `op-${count}`)));
        expect(await textsOnce(fixture, count)).toEqual(expected('op', count));
      }
      await relay.stop();
      expect(claims()).toBe(4);
    } finally {
      asked.mockRestore();
    }
  });

  it('tells readers in this process and in others about new positions', async () => {
    const client = new pg.Client({ connectionString: fixture.database.url });
    await client.connect();
    try {
      let [heard, told] = [0, 0];
      client.on('notification', () => (heard += 1));
      await client.query(`listen "${positionedChannel(SCHEMA)}"`);
      relays.start({ positioned: () => (told += 1), maxCount: 10 });
      await fixture.appendMany('op', 100);
      await textsOnce(fixture, 100);
      await eventually(() => heard > 0, { describe: 'a notification' });
      expect(told).toBe(10);
      expect(heard).toBeLessThan(10);
    } finally {
      await client.end();
    }
  });

  it('stops at once when it stands by, and while the database is away', async () => {
    relays.start();
    const away = relays.start({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nowhere' });
    await eventually(() => away.read().role === 'failing', { describe: 'a failure' });
    expect(away.read().error).toMatch(/ECONNREFUSED/);
    await relays.stopAll();
    expect(away.read().role).toBe('stopped');
  });
});
