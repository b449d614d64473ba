import { afterAll, beforeAll, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { startLocalBroker, type LocalBroker } from '#libs/local-broker/local-broker.js';
import { describeKafka } from '../../../test/support/kafka.js';
import { silentLog } from '../log.js';
import { createKafka, withAdmin } from './create-kafka.js';

describeKafka('on a broker that makes topics in passing', () => {
  let broker: LocalBroker;
  const foreign = () => new kafkajs.Kafka({ brokers: [broker.brokers], logLevel: kafkajs.logLevel.NOTHING });
  const ours = () => createKafka({ brokers: broker.brokers, clientId: 'spec', log: silentLog });
  const topics = () => withAdmin(ours(), (admin) => admin.listTopics());

  beforeAll(async () => {
    broker = await startLocalBroker({ settings: { 'auto.create.topics.enable': 'true' } });
  }, 120_000);
  afterAll(() => broker.stop());

  it('a foreign client makes one', async () => {
    const producer = foreign().producer();
    await producer.connect();
    await producer.send({ topic: 'foreign', messages: [{ value: 'x' }] });
    await producer.disconnect();
    expect(await topics()).toContain('foreign');
  });

  it('our producers and consumers make none, but fail', async () => {
    // Time enough for the broker to make a topic that it was asked for.
    const retry = { initialRetryTime: 300, retries: 3 };
    const producer = ours().producer({ retry });
    const consumer = ours().consumer({ groupId: 'spec', retry });
    await Promise.all([producer.connect(), consumer.connect()]);
    try {
      const missing = /does not host this topic/;
      await expect(producer.send({ topic: 'sent', messages: [{ value: 'x' }] })).rejects.toThrow(missing);
      await expect(consumer.subscribe({ topic: 'read' })).rejects.toThrow(missing);
    } finally {
      await Promise.all([producer.disconnect(), consumer.disconnect()]);
    }
    expect((await topics()).filter((topic) => topic === 'sent' || topic === 'read')).toEqual([]);
  });
});
