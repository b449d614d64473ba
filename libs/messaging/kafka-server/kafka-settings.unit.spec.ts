import { describe, expect, it } from '@jest/globals';
import { TOPICS } from '#libs/contracts/topics.js';
import { groupTopics } from './group-topics.js';
import { type KafkaEventServerOptions } from './kafka-event-server-options.js';
import { kafkaSettings } from './kafka-settings.js';
import { subscriptionOf } from './subscription.js';

const settings = kafkaSettings({ group: 'coordination' } as KafkaEventServerOptions);

describe('settings of the Kafka consumer', () => {
  it('keep the name of the group and outlast a pause of 10 s', () => {
    expect(settings.postfixId).toBe('');
    expect(settings.consumer).toMatchObject({ groupId: 'coordination' });
    expect(settings.consumer.sessionTimeout).toBeGreaterThan(10_000);
    expect(settings.consumer.sessionTimeout).toBeLessThanOrEqual(30_000);
  });
});

describe('topics of a group', () => {
  it('take what the original topic takes, with room for the reason', () => {
    const [dead, redrive] = groupTopics([TOPICS.dailyReport.name], 'p.', 'coordination');
    expect(dead?.topic).toBe('p.reporting.daily-report.event.v1.dlq.coordination');
    expect(redrive?.topic).toBe('p.reporting.daily-report.event.v1.redrive.coordination');
    for (const topic of [dead, redrive]) {
      const limit = topic?.configEntries?.find(({ name }) => name === 'max.message.bytes');
      expect(Number(limit?.value)).toBeGreaterThan(TOPICS.dailyReport.maxMessageBytes);
    }
  });

  it('are never compacted, also for a compacted topic', () => {
    const [dead] = groupTopics([TOPICS.operationPlan.name], '', 'reporting');
    expect(dead?.configEntries).toContainEqual({ name: 'cleanup.policy', value: 'delete' });
  });

  it('stand for the topic of the contracts', () => {
    expect([...subscriptionOf(['a.v1'], 'p.', 'g')]).toEqual([
      ['p.a.v1', 'a.v1'],
      ['p.a.v1.redrive.g', 'a.v1'],
    ]);
  });
});
