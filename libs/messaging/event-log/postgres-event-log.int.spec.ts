import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { eventually } from '../../../test/support/probe.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { decodeHeaders } from '../envelope/decode-headers.js';
import { eventId } from './event-id.js';
import { NOTED, noted, openLog, type LogFixture } from './log-fixture.js';
import { PostgresEventLog } from './postgres-event-log.js';

let fixture: LogFixture;
const topic = NOTED.topic.name;

beforeAll(async () => {
  fixture = await openLog();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.dataSource.query('truncate event, event_key restart identity'));

async function sequences(key: string): Promise<number[]> {
  const rows = await fixture.dataSource.query<{ sequence: string }[]>(
    'select sequence from event where key = $1 order by id',
    [key],
  );
  return rows.map(({ sequence }) => Number(sequence));
}

describe('appending', () => {
  it('keeps id, bytes and headers', async () => {
    const event = {
      ...noted('op', 'first'),
      data: { text: 'Ташкент', key: 'HS-2402', value: '7' },
      subject: 'subject',
      correlationId: 'request',
      causationId: 'cause',
    };
    const { dataSource } = fixture;
    const appended = await dataSource.transaction((manager) => fixture.log.append(manager, event));
    expect(appended).toEqual({ id: eventId(topic, 'op', 1, NOTED.type), sequence: 1 });
    const [row] =
      await dataSource.query<[{ value: Buffer; headers: Record<string, string> }]>('select * from event');
    expect(row).toMatchObject({ event_id: appended.id, topic, key: 'op', position: null, failed_at: null });
    expect(row.value.toString()).toBe('{"text":"Ташкент","key":"HS-2402","value":"7"}');
    expect(decodeHeaders(row.headers)).toMatchObject({
      ok: true,
      attributes: {
        id: appended.id,
        sequence: 1,
        time: event.occurredAt,
        subject: 'subject',
        correlationId: 'request',
        causationId: 'cause',
      },
    });
  });

  it('gives ids that follow from what the event is', () => {
    expect(eventId('topic', 'op|UZ-ANG', 3, 'type')).toBe('0372d2c5-5ba5-5c2d-9490-7e20a6aa2832');
  });

  it('tells about it once, after the commit, and not when it is rolled back', async () => {
    const told: boolean[] = [];
    const isActive = () => runner.isTransactionActive;
    const log = new PostgresEventLog({ appended: () => told.push(isActive()) });
    const runner = fixture.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await log.append(runner.manager, noted('op', 'lost'));
      await runner.rollbackTransaction();
      await runner.startTransaction();
      await log.append(runner.manager, noted('op', 'a'));
      await runner.manager.transaction((manager) => log.append(manager, noted('op', 'b')));
      expect(told).toEqual([]);
      await runner.commitTransaction();
      expect(told).toEqual([false]);
      await log.append(runner.manager, noted('op', 'c'));
      expect(told).toEqual([false, false]);
    } finally {
      await runner.release();
    }
  });

  it('carries the trace of the request', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const log = new PostgresEventLog({ traceparent: () => traceparent });
    await fixture.dataSource.transaction((manager) => log.append(manager, noted('op', 'a')));
    const [row] = await fixture.dataSource.query<[{ headers: object }]>('select headers from event');
    expect(row.headers).toMatchObject({ traceparent });
  });

  it('counts each key by itself, in the order given', async () => {
    await fixture.append(noted('b', '1'), noted('a', '1'), noted('b', '2'));
    await fixture.append(noted('a', '2'), noted('b', '3'));
    expect(await sequences('a')).toEqual([1, 2]);
    expect(await sequences('b')).toEqual([1, 2, 3]);
  });

  it('takes thousands at once', async () => {
    await fixture.append(...Array.from({ length: 1_200 }, (_none, index) => noted(`k${index % 700}`, 'x')));
    expect(await sequences('k0')).toEqual([1, 2]);
    expect(await sequences('k699')).toEqual([1]);
  });

  it('leaves no event and no gap behind when the transaction is rolled back', async () => {
    await fixture.appendMany('op', 2);
    const broken = fixture.dataSource.transaction(async (manager) => {
      await fixture.log.append(manager, noted('op', 'lost'));
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    await fixture.appendMany('op', 1);
    expect(await sequences('op')).toEqual([1, 2, 3]);
  });

  it('lets the writers of one key wait for each other, so that sequence order is commit order', async () => {
    const { dataSource, log } = fixture;
    const order: string[] = [];
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let firstAppended = false;
    const first = dataSource
      .transaction(async (manager) => {
        await log.append(manager, noted('op', 'first'));
        firstAppended = true;
        await held;
      })
      .then(() => order.push('first'));
    await eventually(() => firstAppended, { describe: 'the first append' });
    const second = dataSource
      .transaction((manager) => log.append(manager, noted('op', 'second')))
      .then(({ sequence }) => order.push(`second ${sequence}`));
    const other = dataSource
      .transaction((manager) => log.append(manager, noted('other', 'free')))
      .then(({ sequence }) => order.push(`other ${sequence}`));
    await other;
    await eventually(
      async () => (await dataSource.query<unknown[]>('select 1 from pg_locks where not granted')).length > 0,
      { describe: 'the second writer to wait' },
    );
    letGo();
    await Promise.all([first, second]);
    await setImmediate();
    expect(order).toEqual(['other 1', 'first', 'second 2']);
  });

  it('tells the last sequences of keys, in the order asked, and holds the keys', async () => {
    const { dataSource, log } = fixture;
    const last = (...keys: string[]) =>
      dataSource.transaction((manager) => log.lastSequences(manager, topic, keys));
    expect(await last('op')).toEqual([0]);
    await fixture.appendMany('op', 2);
    expect(await last('op', 'new')).toEqual([2, 0]);
    await dataSource.transaction(async (manager) => {
      await log.lastSequences(manager, topic, ['op']);
      const blocked = dataSource.query(`select 1 from event_key where key = 'op' for update nowait`);
      await expect(blocked).rejects.toMatchObject({ code: '55P03' });
    });
  });
});

describe('an event that its contract does not allow', () => {
  const refused = (event: object) =>
    fixture.dataSource.transaction((manager) =>
      fixture.log.append(manager, { ...noted('op', 'x'), ...event }),
    );

  it('is refused with the names of all its fields that are wrong', async () => {
    await expect(refused({ data: { text: 7, extra: true } })).rejects.toMatchObject({
      name: 'EventRefusedError',
      code: 'event.shape-invalid',
      message: expect.stringMatching(/Noted\.v1 was not appended: .*extra.*text/s) as unknown,
      fields: [
        { path: 'extra', faults: ['property extra should not exist'] },
        { path: 'text', faults: ['text must be a string'] },
      ],
    });
    expect(await sequences('op')).toEqual([]);
  });

  it('is refused with the path of a field deep inside', async () => {
    const data = {
      operation: 'chemical-check-i',
      operationDay: '2017-09-05',
      number: 1,
      revision: 0,
      issuedAt: '2017-09-06T06:00:00Z',
      snapshotHash: '0'.repeat(64),
      files: [{ language: 'en', format: 'doc', sha256: 'x', size: 1 }],
    };
    await expect(refused({ definition: EVENTS.bulletinIssued, data })).rejects.toMatchObject({
      fields: [{ path: 'files[0].format' }, { path: 'files[0].sha256' }],
    });
  });

  it.each([
    ['a key of other parts', { key: 'op|UZ-ANG' }, 'event.key-invalid'],
    ['an empty key', { key: '' }, 'event.key-invalid'],
    ['an instant without zone', { occurredAt: '2017-09-05T18:00:00' }, 'event.time-invalid'],
    ['more bytes than its topic takes', { data: { text: 'x'.repeat(1024 * 1024) } }, 'event.too-large'],
  ])('is refused for %s', async (_what, event, code) => {
    await expect(refused(event)).rejects.toMatchObject({ code });
  });
});
