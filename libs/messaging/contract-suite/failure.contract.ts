import { expect, it } from '@jest/globals';
import { PermanentEventError, type ReceivedEvent } from '../received-event.js';
import { type SuiteContext } from './suite-context.js';
import { eventsOf, submittedEvent } from './test-events.js';

/** Throws for the event with that sequence, so many times. */
function failing(sequence: number, times: number, error: () => unknown) {
  let left = times;
  return (event: ReceivedEvent) => {
    if (event.sequence === sequence && left-- > 0) throw error();
  };
}

const refused = () => new PermanentEventError('operation.unknown', 'No such operation.');

/** Events that will never pass. */
export function permanentContract(suite: SuiteContext): void {
  it('puts an event with a permanent error aside at once and takes the next ones', async () => {
    const events = eventsOf('UZ-ANG', 5);
    await suite.bus.publish(events);
    const consumer = await suite.start(suite.group('permanent'), { after: failing(3, Infinity, refused) });
    await consumer.reached('processed', 4);
    expect((await consumer.effects()).map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5]);
    expect(await consumer.inbox()).not.toContain(events[2]?.id);
    await consumer.reached('deadLettered', 1);
    const [letter, ...others] = await suite.bus.deadLetters(consumer.group);
    expect(others).toEqual([]);
    expect(letter).toEqual({
      topic: events[2]?.topic,
      key: events[2]?.key,
      value: events[2]?.value,
      eventId: events[2]?.id,
      code: 'operation.unknown',
      reason: 'No such operation.',
    });
    expect(consumer.statistics.retried).toBe(0);
  });

  it('survives many permanent errors in one batch', async () => {
    const events = eventsOf('UZ-ANG', 60);
    await suite.bus.publish(events);
    const after = (event: ReceivedEvent) => {
      if (event.sequence % 2 === 0) throw refused();
    };
    const consumer = await suite.start(suite.group('flood'), { after });
    await consumer.reached('processed', 30);
    expect((await consumer.effects()).every(({ sequence }) => sequence % 2 === 1)).toBe(true);
    await consumer.reached('deadLettered', 30);
    expect(await suite.bus.deadLetters(consumer.group)).toHaveLength(30);
    // A failed event must not make the good ones before it run again and again.
    expect(consumer.calls.length).toBeLessThan(60 * 4);
  });
}

/** Failures that may pass. */
export function transientContract(suite: SuiteContext): void {
  it('repeats a passing failure in place, so that the order stays', async () => {
    await suite.bus.publish(eventsOf('UZ-ANG', 6));
    const after = failing(3, 2, () => new Error('not now'));
    const consumer = await suite.start(suite.group('transient'), { after });
    await consumer.reached('processed', 6);
    expect((await consumer.effects()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(consumer.statistics).toMatchObject({ retried: 2, deadLettered: 0, duplicates: 0 });
  });

  it('gives a failure up that does not pass, and goes on', async () => {
    await suite.bus.publish(eventsOf('UZ-ANG', 3));
    const after = failing(2, Infinity, () => new Error('never'));
    const consumer = await suite.start(suite.group('exhausted'), {
      after,
      retry: { attempts: 3, initialDelayMs: 5, maxDelayMs: 10 },
    });
    await consumer.reached('processed', 2);
    expect(consumer.calls.filter(({ sequence }) => sequence === 2)).toHaveLength(3);
    await consumer.reached('deadLettered', 1);
    expect(await suite.bus.deadLetters(consumer.group)).toMatchObject([{ code: 'Error', reason: 'never' }]);
  });
}

/** Whatever a handler may throw. */
export function thrownContract(suite: SuiteContext): void {
  it.each([
    ['a TypeError', () => new TypeError('cannot read properties of undefined')],
    ['null', () => null],
    ['a string', () => 'no good'],
  ])('survives a handler that throws %s', async (_what, error) => {
    await suite.bus.publish(eventsOf('UZ-ANG', 3));
    const consumer = await suite.start(suite.group('thrown'), { after: failing(2, Infinity, error) });
    await consumer.reached('processed', 2);
    await consumer.reached('deadLettered', 1);
    expect(await suite.bus.deadLetters(consumer.group)).toHaveLength(1);
    await suite.bus.publish([submittedEvent({ sequence: 4 })]);
    await consumer.reached('processed', 3);
  });

  it('lets an error say of itself that it will not pass', async () => {
    await suite.bus.publish(eventsOf('UZ-ANG', 2));
    const error = () => Object.assign(new Error('gone for good'), { isTransient: false });
    const consumer = await suite.start(suite.group('own-word'), { after: failing(1, Infinity, error) });
    await consumer.reached('processed', 1);
    await consumer.reached('deadLettered', 1);
    expect(consumer.statistics.retried).toBe(0);
  });
}

/** Failures of the database. */
export function databaseContract(suite: SuiteContext): void {
  it('never blames an event for a lost database connection', async () => {
    await suite.bus.publish(eventsOf('UZ-ANG', 3));
    let cuts = 0;
    const consumer = await suite.start(suite.group('database'), {
      retry: { attempts: 2, initialDelayMs: 5, maxDelayMs: 10 },
      after: async (event, manager) => {
        if (event.sequence === 2 && ++cuts <= 4)
          await manager.query('select pg_terminate_backend(pg_backend_pid())');
      },
    });
    await consumer.reached('processed', 3);
    expect((await consumer.effects()).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(consumer.statistics).toMatchObject({ deadLettered: 0, retried: 4 });
  });

  it('notices when a handler swallows a failed statement', async () => {
    await suite.bus.publish(eventsOf('UZ-ANG', 3));
    const consumer = await suite.start(suite.group('swallowed'), {
      retry: { attempts: 2, initialDelayMs: 5, maxDelayMs: 10 },
      after: async (event, manager) => {
        if (event.sequence === 3) await manager.query('select 1/0').catch(() => undefined);
      },
    });
    await consumer.reached('processed', 2);
    expect((await consumer.effects()).map(({ sequence }) => sequence)).toEqual([1, 2]);
    await consumer.reached('deadLettered', 1);
    expect(await suite.bus.deadLetters(consumer.group)).toMatchObject([{ code: '25P02' }]);
  });
}

/** Failures that show late. */
export function attributionContract(suite: SuiteContext): void {
  it('finds the event whose deferred constraint would refuse the commit', async () => {
    await suite.bus.publish(eventsOf('UZ-ANG', 3));
    const consumer = await suite.start(suite.group('deferred'), {
      retry: { attempts: 2, initialDelayMs: 5, maxDelayMs: 10 },
      after: async (event, manager) => {
        if (event.sequence === 2) await manager.query(`insert into deferred (parent) values (99)`);
      },
    });
    await consumer.reached('processed', 2);
    expect((await consumer.effects()).map(({ sequence }) => sequence)).toEqual([1, 3]);
    await consumer.reached('deadLettered', 1);
    expect(await suite.bus.deadLetters(consumer.group)).toMatchObject([{ code: '23503' }]);
  });

  it('gives up a handler that never ends, and what it does later is without effect', async () => {
    await suite.bus.publish(eventsOf('UZ-ANG', 3));
    const late: Promise<unknown>[] = [];
    const consumer = await suite.start(suite.group('hang'), {
      handlerTimeoutMs: 100,
      retry: { attempts: 2, initialDelayMs: 5, maxDelayMs: 10 },
      after: (event, manager) => {
        if (event.sequence !== 2) return;
        // It goes on after its time, also right after the rollback, when a statement would commit by itself.
        const work = (async () => {
          for (;;)
            await manager.query(
              `insert into effect (consumer, event_id, key, sequence) values ('late', $1, 'k', 9)`,
              [event.id],
            );
        })();
        late.push(work.catch(() => 'refused'));
        return work;
      },
    });
    await consumer.reached('processed', 2);
    expect(await Promise.all(late)).toEqual(['refused', 'refused']);
    expect(await suite.bus.dataSource.query(`select 1 from effect where consumer = 'late'`)).toEqual([]);
    await consumer.reached('deadLettered', 1);
    expect(await suite.bus.deadLetters(consumer.group)).toMatchObject([{ code: 'HandlerTimeout' }]);
  });
}
