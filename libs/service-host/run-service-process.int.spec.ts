import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { TOPICS } from '#libs/contracts/topics.js';
import { topicName } from '#libs/messaging/topics/topic-names.js';
import { describeKafka } from '../../test/support/kafka.js';
import { createTestDatabase } from '../../test/support/postgres.js';
import { eventually } from '../../test/support/probe.js';

describeKafka('the process of a service', (spec) => {
  it('exits, so that it is started again, when its consumer has ended for good', async () => {
    const database = await createTestDatabase();
    const file = path.resolve('libs/service-host/fatal.child.ts');
    const child = spawn(
      process.execPath,
      ['--import', path.resolve('test/support/typescript-loader.mjs'), file],
      {
        env: {
          ...process.env,
          ...{
            DATABASE_URL: database.url,
            KAFKA_BROKERS: spec.brokers,
            KAFKA_TOPIC_PREFIX: spec.topicPrefix,
          },
          ...{ PORT: '0', LOG_LEVEL: 'error' },
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
    try {
      await eventually(() => /listening \d+/.test(said), { describe: 'the service', timeoutMs: 40_000 });
      const producer = spec.client().producer({ allowAutoTopicCreation: false });
      await producer.connect();
      const topic = topicName(spec.topicPrefix, TOPICS.dailyReport.name);
      await producer.send({ topic, messages: [{ key: 'k', value: 'v' }] });
      await producer.disconnect();
      await eventually(() => child.exitCode, { describe: 'the end of the process', timeoutMs: 30_000 });
      expect([await ended, said]).toEqual([1, expect.stringContaining('ended for good')]);
    } finally {
      child.kill('SIGKILL');
      await ended;
      await database.drop();
    }
  }, 90_000);
});
