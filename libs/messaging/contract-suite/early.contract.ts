import { expect, it } from '@jest/globals';
import { NotYetError, type ReceivedEvent } from '../received-event.js';
import { type SuiteContext } from './suite-context.js';
import { eventsOf } from './test-events.js';
import { until } from './until.js';

/** Events that come before what they need. */
export function earlyContract(suite: SuiteContext): void {
  it('lets an event wait for what it needs: no dead letter, order kept, those before it done, seen as a stall', async () => {
    let isThere = false;
    let looks = 0;
    const after = (event: ReceivedEvent) => {
      if (event.sequence !== 3 || isThere) return;
      looks += 1;
      throw new NotYetError('The plan has not arrived yet.');
    };
    await suite.bus.publish(eventsOf('UZ-ANG', 5));
    const retry = { attempts: 2, initialDelayMs: 5, maxDelayMs: 20 };
    const consumer = await suite.start(suite.group('early'), { after, retry });
    await until('more looks than a failure would get attempts', () => looks > 5);
    expect(consumer.statistics).toMatchObject({ processed: 2, deadLettered: 0, duplicates: 0, waiting: 1 });
    await until('the wait to show', () => consumer.isStalled(1_500));
    isThere = true;
    await consumer.reached('processed', 5);
    expect((await consumer.effects()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    await until('the wait to end', () => consumer.statistics.waiting === 0);
    expect(consumer.isStalled(5_000)).toBe(false);
  });

  it('reads an event that waited again after a restart', async () => {
    const group = suite.group('early-restart');
    const after = () => {
      throw new NotYetError('The plan has not arrived yet.');
    };
    await suite.bus.publish(eventsOf('UZ-ANG', 2));
    const first = await suite.start(group, { after });
    await until('the wait', () => first.statistics.waiting === 1);
    await first.close();
    const second = await suite.start(group);
    await second.reached('processed', 2);
    expect((await second.effects()).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });
}
