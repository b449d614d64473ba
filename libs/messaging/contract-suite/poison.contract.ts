import { expect, it } from '@jest/globals';
import { type DeadLetterView } from './bus-under-test.js';
import { POISON } from './poison.js';
import { type SuiteContext } from './suite-context.js';
import { submittedEvent } from './test-events.js';

type Letter = Pick<DeadLetterView, 'code' | 'topic' | 'key' | 'value'>;

/** A dead letter as one line, its bytes as they are. Buses differ in how they keep what is missing: as nothing or as empty. */
const lineOf = ({ code, topic, key, value }: Letter): string =>
  [code, topic, key ?? '', value?.toString('latin1') ?? ''].join(' ');

/** Bad records neither stop a consumer nor get lost. */
export function poisonContract(suite: SuiteContext): void {
  const onHandledTopic = POISON.filter(([, code]) => code !== 'topic.wrong');

  it('gets over every poison, takes each good event behind one, and keeps what it could not take', async () => {
    const pairs = onHandledTopic.map(([, code, make], index) => {
      return { code, poison: make(), good: submittedEvent({ sequence: index + 2 }) };
    });
    const toKeep = pairs.filter(({ code }) => code !== 'ignored');
    await suite.bus.publish(pairs.flatMap(({ poison, good }) => [poison, good]));
    const consumer = await suite.start(suite.group('poison'));
    await consumer.reached('processed', pairs.length);
    expect((await consumer.effects()).map(({ event_id }) => event_id)).toEqual(
      pairs.map(({ good }) => good.id),
    );
    await consumer.reached('ignored', pairs.length - toKeep.length);
    await consumer.reached('deadLettered', toKeep.length);
    const letters = await suite.bus.deadLetters(consumer.group);
    expect(letters.map(lineOf).sort()).toEqual(
      toKeep.map(({ code, poison }) => lineOf({ ...poison, code })).sort(),
    );
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
