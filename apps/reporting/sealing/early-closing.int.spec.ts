import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { EVENTS, type EventDefinition } from '#libs/contracts/topics.js';
import { encodeHeaders } from '#libs/messaging/envelope/encode-headers.js';
import { topicName } from '#libs/messaging/topics/topic-names.js';
import { createLogger } from '#libs/observability/logger.js';
import { createDataSource } from '#libs/persistence/data-source.js';
import { migrateService, startService } from '#libs/service-host/start-service.js';
import { randomUUID } from 'node:crypto';
import { describeKafka } from '../../../test/support/kafka.js';
import { createTestDatabase } from '../../../test/support/postgres.js';
import { eventually } from '../../../test/support/probe.js';
import { reportingService } from '../index.js';
import { PLAN } from '../testing/a-submission.js';

const AT = '2017-09-06T06:00:00.000Z';

describeKafka('a request to close that comes before the plan', (spec) => {
  async function publish<T extends object>(definition: EventDefinition<T>, data: T): Promise<void> {
    const { type, topic } = definition;
    const headers = encodeHeaders({ id: randomUUID(), type, topic: topic.name, sequence: 1, time: AT });
    const producer = spec.client().producer({ allowAutoTopicCreation: false });
    await producer.connect();
    await producer.send({
      topic: topicName(spec.topicPrefix, topic.name),
      messages: [{ key: 'tiny', value: JSON.stringify(data), headers: { ...headers } }],
    });
    await producer.disconnect();
  }

  it('waits for it instead of becoming a dead letter, and is answered then', async () => {
    const database = await createTestDatabase();
    await migrateService(reportingService, database.url);
    const said: string[] = [];
    const warn = (_fields: object, message: string) => void said.push(message);
    const messaging = { kind: 'kafka', brokers: spec.brokers, topicPrefix: spec.topicPrefix } as const;
    const service = await startService(reportingService, {
      ...{ databaseUrl: database.url, messaging, configFolder: '/nowhere' },
      nominal: { keyFile: path.join(mkdtempSync(path.join(tmpdir(), 'nominal-')), 'key'), mayCreate: true },
      log: Object.assign(createLogger('reporting', 'silent'), { warn }),
      onFatal: (error) => said.push(error.message),
    });
    const data = await createDataSource({
      ...{ databaseUrl: database.url, schema: 'reporting', migrations: [] },
    }).initialize();
    try {
      const [operation, operationDay] = ['tiny', '2017-09-05'];
      await publish(EVENTS.operationDayClosingRequested, {
        ...{ operation, operationDay, attempt: 1, requestedAt: AT },
      });
      await eventually(() => said.some((line) => /waits: The plan of operation tiny/.test(line)), {
        describe: 'the wait',
        timeoutMs: 20_000,
      });
      await publish(EVENTS.operationPlanPublished, {
        ...{ operation, version: 1, planHash: 'a'.repeat(64), plan: PLAN },
      });
      const seals = `select 1 from event where type = '${EVENTS.operationDaySealed.type}'`;
      await eventually(async () => (await data.query<unknown[]>(seals)).length === PLAN.units.length, {
        describe: 'the seals',
        timeoutMs: 20_000,
      });
      expect(said).not.toContain('An event became a dead letter');
    } finally {
      await data.destroy();
      await service.stop();
      await database.drop();
    }
  }, 90_000);
});
