/** A program with one consumer, for specs that kill it: node consumer.child.ts <databaseUrl> <brokers> <prefix> <group>. */
import { type BusUnderTest } from '../contract-suite/bus-under-test.js';
import { consumerSchema } from '../contract-suite/consumer-schema.js';
import { RunningConsumer } from '../contract-suite/running-consumer.js';
import { silentLog } from '../log.js';
import { KafkaEventServer } from './kafka-event-server.js';

const [databaseUrl = '', brokers = '', topicPrefix = '', group = ''] = process.argv.slice(2);

const dataSource = await consumerSchema(databaseUrl, 'consumer');
const onFatal = (error: Error) => {
  throw error;
};
const server = new KafkaEventServer({
  ...{ brokers, topicPrefix, group: `${topicPrefix}${group}`, dataSource, log: silentLog, onFatal },
  batch: { maxEvents: 3 },
  sessionTimeoutMs: 6_000,
});
await RunningConsumer.on(server, { dataSource } as BusUnderTest, group);
