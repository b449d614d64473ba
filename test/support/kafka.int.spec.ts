import { expect, it } from '@jest/globals';
import { describeKafka, kafkaSpec, testBrokers } from './kafka.js';
import { innerJest } from './inner-jest.js';
import { eventually } from './probe.js';

describeKafka('Kafka for specs', (kafka) => {
  it('carries messages between the clients of a spec', async () => {
    const topic = kafka.topic('reports');
    await kafka.createTopics({ topic, numPartitions: 2 });
    const producer = kafka.client().producer();
    const consumer = kafka.client().consumer({ groupId: kafka.groupId('readers'), maxWaitTimeInMs: 100 });
    const seen: string[] = [];
    try {
      await Promise.all([producer.connect(), consumer.connect()]);
      await producer.send({ topic, messages: [{ key: 'UZ-ANG', value: 'day 5' }] });
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({ eachMessage: async ({ message }) => void seen.push(String(message.value)) });
      await eventually(() => seen.includes('day 5'), { describe: 'the report', timeoutMs: 20_000 });
    } finally {
      await Promise.all([producer.disconnect(), consumer.disconnect()]);
    }
  });

  it('gives every spec names of its own', () => {
    const other = kafkaSpec();
    expect(other.brokers).toBe(testBrokers());
    expect(other.topic('reports')).not.toBe(kafka.topic('reports'));
    expect(other.groupId('readers')).not.toBe(kafka.groupId('readers'));
  });

  it('is the broker of KAFKA_BROKERS where that is given', async () => {
    const env = { KAFKA_BROKERS: kafka.brokers, JAVA_HOME: '/nowhere', REQUIRE_KAFKA: '1' };
    const { code, output } = await innerJest('with-kafka.inner.ts', env).ended;
    expect(output).toContain('✓ runs');
    expect(code).toBe(0);
  });
});
