import { expect, it } from '@jest/globals';
import { TOPICS } from '#libs/contracts/topics.js';
import { PermanentEventError } from '../received-event.js';
import { type SuiteContext } from './suite-context.js';
import { eventsOf } from './test-events.js';

/** Another try for what was given up. */
export function redriveContract(suite: SuiteContext): void {
  it('brings a dead letter back to its group alone, with its id, and once', async () => {
    let isBroken = true;
    const after = (event: { sequence: number }) => {
      if (isBroken && event.sequence === 2) throw new PermanentEventError('plan.unknown', 'No plan yet.');
    };
    const events = eventsOf('UZ-ANG', 3);
    await suite.bus.publish(events);
    const failed = await suite.start(suite.group('failed'), { after });
    const other = await suite.start(suite.group('other'));
    await failed.reached('deadLettered', 1);
    await other.reached('processed', 3);
    isBroken = false;
    expect(await suite.bus.redrive(failed.group)).toBe(1);
    await failed.reached('processed', 3);
    const effects = await failed.effects();
    expect(effects.map(({ sequence }) => sequence)).toEqual([1, 3, 2]);
    expect(effects[2]?.event_id).toBe(events[1]?.id);
    expect(failed.calls.at(-1)).toMatchObject({ id: events[1]?.id, topic: events[1]?.topic, sequence: 2 });
    expect(await suite.bus.redrive(failed.group)).toBe(0);
    expect(other.statistics).toMatchObject({ processed: 3, duplicates: 0 });
  });

  it('makes an event a dead letter again when it still fails', async () => {
    const after = () => {
      throw new PermanentEventError('plan.unknown', 'No plan yet.');
    };
    await suite.bus.publish(eventsOf('UZ-ANG', 1));
    const consumer = await suite.start(suite.group('again'), { after });
    await consumer.reached('deadLettered', 1);
    await suite.bus.redrive(consumer.group);
    await consumer.reached('deadLettered', 2);
    expect(await suite.bus.redrive(consumer.group)).toBe(1);
  });

  it('can be narrowed to a topic', async () => {
    const after = () => {
      throw new PermanentEventError('plan.unknown', 'No plan yet.');
    };
    await suite.bus.publish(eventsOf('UZ-ANG', 1));
    const consumer = await suite.start(suite.group('narrow'), { after });
    await consumer.reached('deadLettered', 1);
    expect(await suite.bus.redrive(consumer.group, TOPICS.bulletin.name)).toBe(0);
    expect(await suite.bus.redrive(consumer.group, TOPICS.dailyReport.name)).toBe(1);
  });
}
