import { expect, it } from '@jest/globals';
import { POISON } from './poison.js';
import { type SuiteContext } from './suite-context.js';
import { submittedEvent } from './test-events.js';

/** Bad records neither stop a consumer nor get lost. */
export function poisonContract(suite: SuiteContext): void {
  const onHandledTopic = POISON.filter(([, code]) => code !== 'topic.wrong');

  it.each(onHandledTopic)('gets over poison: %s (%s)', async (_what, outcome, make) => {
    const [poison, good] = [make(), submittedEvent({ sequence: 2 })];
    await suite.bus.publish([poison, good]);
    const consumer = await suite.start(suite.group('poison'));
    await consumer.reached('processed', 1);
    expect((await consumer.effects()).map(({ event_id }) => event_id)).toEqual([good.id]);
    if (outcome === 'ignored') {
      await consumer.reached('ignored', 1);
      expect(await suite.bus.deadLetters(consumer.group)).toEqual([]);
      return;
    }
    await consumer.reached('deadLettered', 1);
    const [letter] = await suite.bus.deadLetters(consumer.group);
    expect(letter).toMatchObject({ code: outcome, topic: poison.topic });
    expect(letter?.value ?? Buffer.alloc(0)).toEqual(poison.value ?? Buffer.alloc(0));
  });

  it('does not answer to a topic that a record asks it to answer to', async () => {
    const event = submittedEvent();
    const asking = {
      ...event.headers,
      kafka_replyTopic: 'bulletin.bulletin.event.v1',
      kafka_correlationId: '1',
    };
    await suite.bus.publish([{ ...event, headers: asking }]);
    const consumer = await suite.start(suite.group('reply'));
    await consumer.reached('processed', 1);
    expect(await suite.bus.countRecords('bulletin.bulletin.event.v1')).toBe(0);
  });
}
