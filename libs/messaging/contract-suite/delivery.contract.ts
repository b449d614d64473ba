import { expect, it } from '@jest/globals';
import { EVENTS } from '#libs/contracts/topics.js';
import { eventsOf, submittedEvent } from './test-events.js';
import { type SuiteContext } from './suite-context.js';

const TWO_MEGABYTES = 2 * 1024 * 1024;

/** What arrives, how often and in which order. */
export function deliveryContract(suite: SuiteContext): void {
  it('delivers every event once to each group, also those from before the group existed', async () => {
    const before = eventsOf('UZ-ANG', 3);
    await suite.bus.publish(before);
    const groups = await Promise.all(['one', 'two'].map((name) => suite.start(suite.group(name))));
    const after = eventsOf('KZ-DOS', 3);
    await suite.bus.publish(after);
    for (const consumer of groups) {
      await consumer.reached('processed', 6);
      const ids = (await consumer.effects()).map(({ event_id }) => event_id);
      expect(ids.sort()).toEqual([...before, ...after].map(({ id }) => id).sort());
      expect(consumer.statistics).toMatchObject({ processed: 6, duplicates: 0, deadLettered: 0 });
    }
  });

  it('keeps the order of each key', async () => {
    const units = ['UZ-ANG', 'KZ-DOS', 'TJ-NIZ', 'KG-DOS', 'TM-FAR', 'AZ-BAK', 'GE-POT'];
    const perUnit = units.map((unit) => eventsOf(unit, 40));
    // The units take turns.
    const records = perUnit.flatMap((_events, turn) =>
      perUnit.map((events) => events.slice(turn * 6, turn * 6 + 6)),
    );
    const consumer = await suite.start(suite.group('order'), { batch: { maxEvents: 7 } });
    await suite.bus.publish(records.flat());
    await consumer.reached('processed', 280);
    for (const unit of units) {
      const sequences = (await consumer.effects()).filter(({ key }) => key.endsWith(unit));
      expect(sequences.map(({ sequence }) => sequence)).toEqual(
        eventsOf(unit, 40).map((_, index) => index + 1),
      );
    }
  });

  it('absorbs duplicates, within a batch and after it', async () => {
    const events = eventsOf('UZ-ANG', 5);
    const consumer = await suite.start(suite.group('twice'));
    await suite.bus.publish([...events, ...events.slice(0, 2)]);
    await consumer.reached('duplicates', 2);
    await suite.bus.publish(events);
    await consumer.reached('duplicates', 7);
    expect((await consumer.effects()).map(({ event_id }) => event_id)).toEqual(events.map(({ id }) => id));
    expect(consumer.statistics.processed).toBe(5);
  });
}

/** What a consumer that ends leaves to the next one. */
export function restartContract(suite: SuiteContext): void {
  it('goes on after a restart where it was', async () => {
    const group = suite.group('restart');
    const first = await suite.start(group);
    await suite.bus.publish(eventsOf('UZ-ANG', 4));
    await first.reached('processed', 4);
    await first.close();
    const later = eventsOf('KZ-DOS', 4);
    await suite.bus.publish(later);
    const second = await suite.start(group);
    await second.reached('processed', 4);
    expect(second.calls.map(({ id }) => id)).toEqual(later.map(({ id }) => id));
    expect(second.statistics.duplicates).toBe(0);
  });

  it('loses nothing and doubles nothing when it is closed in mid-batch', async () => {
    const group = suite.group('close');
    let reach = () => undefined as void;
    let release = () => undefined as void;
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    const before = async (event: { sequence: number }) => {
      if (event.sequence !== 4) return;
      reach();
      await gate;
    };
    const events = eventsOf('UZ-ANG', 20);
    await suite.bus.publish(events);
    const first = await suite.start(group, { before, batch: { maxEvents: 3 } });
    await reached;
    const closed = first.close();
    release();
    await closed;
    // The batch in hand was finished, and no other was begun.
    expect(await first.effects()).toHaveLength(6);
    const second = await suite.start(group);
    await second.reached('processed', 14);
    expect((await second.effects()).map(({ event_id }) => event_id)).toEqual(events.map(({ id }) => id));
  });
}

/** What events may hold. */
export function contentContract(suite: SuiteContext): void {
  it('hands over what it does not know, also fields named like parts of a message', async () => {
    const data = {
      key: 'HS-2402',
      value: { amount: '20063.10' },
      headers: { a: 1 },
      pattern: 'x',
      newField: [1],
    };
    const consumer = await suite.start(suite.group('tolerant'));
    await suite.bus.publish([submittedEvent({ data })]);
    await consumer.reached('processed', 1);
    expect(consumer.calls[0]?.data).toMatchObject(data);
    expect(consumer.calls[0]).toMatchObject({
      topic: EVENTS.dailyReportSubmitted.topic.name,
      key: 'chemical-check-i|UZ-ANG',
      sequence: 1,
      time: '2017-09-05T18:00:00Z',
    });
  });

  it('carries an event of 2 MB', async () => {
    const padding = Array.from({ length: TWO_MEGABYTES / 16 }, (_none, index) =>
      String(index).padStart(16, '0'),
    );
    const large = submittedEvent({ data: { padding: padding.join('') } });
    const consumer = await suite.start(suite.group('large'));
    await suite.bus.publish([large, submittedEvent({ sequence: 2 })]);
    await consumer.reached('processed', 2);
    expect((consumer.calls[0]?.data as { padding: string }).padding).toHaveLength(TWO_MEGABYTES);
  });

  it('passes over types without a handler and counts them', async () => {
    const returned = submittedEvent({ type: EVENTS.dailyReportReturned.type });
    const unheardOf = submittedEvent({ type: 'org.caravanserai.reporting.DailyReportPraised.v1' });
    const consumer = await suite.start(suite.group('ignore'));
    await suite.bus.publish([returned, unheardOf, submittedEvent()]);
    await consumer.reached('processed', 1);
    await consumer.reached('ignored', 2);
    expect(await suite.bus.deadLetters(consumer.group)).toEqual([]);
  });
}
