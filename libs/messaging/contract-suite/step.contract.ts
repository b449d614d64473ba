import { afterEach, expect, it } from '@jest/globals';
import { configureFailpoints } from '../failpoints.js';
import { type SuiteContext } from './suite-context.js';
import { eventsOf } from './test-events.js';

/** Steps of a consumer at which it may fail. */
const STEPS = [
  'consumer.received',
  'consumer.inbox-written',
  'consumer.before-commit',
  'consumer.committed-offset-not',
  'consumer.offset-committed',
];

/** A failure between any two steps. */
export function stepContract(suite: SuiteContext): void {
  afterEach(() => configureFailpoints(''));

  it.each(STEPS)('has each effect once after a failure at %s', async (step) => {
    const events = eventsOf('UZ-ANG', 6);
    await suite.bus.publish(events);
    configureFailpoints(`${step}:throw`);
    const consumer = await suite.start(suite.group('step'), { batch: { maxEvents: 3 } });
    await consumer.reached('processed', 6);
    expect((await consumer.effects()).map(({ event_id }) => event_id)).toEqual(events.map(({ id }) => id));
    expect(consumer.statistics.deadLettered).toBe(0);
  });
}
