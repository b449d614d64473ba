import { afterAll, beforeAll } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { describeKafka } from '../../../test/support/kafka.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { busContract } from '../contract-suite/bus-contract.js';
import { clearConsumerSchema, consumerSchema } from '../contract-suite/consumer-schema.js';
import { KafkaBus } from '../contract-suite/kafka-bus.js';

describeKafka('Kafka', (spec) => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let buses = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await consumerSchema(database.url, 'consumer');
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  busContract('Kafka', async () => {
    await clearConsumerSchema(dataSource);
    return KafkaBus.create(spec.client(), spec.brokers, `${spec.topicPrefix}${(buses += 1)}.`, dataSource);
  });
});
