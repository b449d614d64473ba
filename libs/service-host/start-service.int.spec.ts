import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Injectable } from '@nestjs/common';
import { type OperationPlanPublished } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { type ServiceJob } from '#libs/jobs/service-job.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { Relay } from '#libs/messaging/relay/relay.js';
import { createLogger } from '#libs/observability/logger.js';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.js';
import { eventually } from '../../test/support/probe.js';
import { type ServiceDefinition } from './service-definition.js';
import { migrateService, startService } from './start-service.js';

class PlainModule {}

@Controller()
class PlanReader {
  @OnEvent(EVENTS.operationPlanPublished)
  async take(_event: ReceivedEvent<OperationPlanPublished>, _context: EventContext): Promise<void> {}
}

const runs: string[] = [];

@Injectable()
class Look implements ServiceJob {
  readonly name = 'look';

  async run(now: string): Promise<void> {
    runs.push(now);
  }
}

const definition: ServiceDefinition = {
  name: 'coordination',
  migrations: [],
  jobs: [Look],
  register: () => ({ module: PlainModule, controllers: [PlanReader], providers: [Look] }),
};

describe('starting a service', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrateService(definition, database.url);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  const start = (what: ServiceDefinition, jobs = true) =>
    startService(what, {
      ...{ databaseUrl: database.url, messaging: { kind: 'embedded' }, configFolder: '/nowhere', jobs },
      log: createLogger('coordination', 'silent'),
      onFatal: () => undefined,
    });

  async function connections(): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    return rows.map(({ name }) => name);
  }
  const noneLeft = () =>
    eventually(async () => (await connections()).length === 0, { describe: 'the end of all connections' });

  it('does its jobs, and ends them with the rest', async () => {
    const service = await start(definition);
    await client.query(`select coordination_jobs.add_job('look')`);
    await eventually(() => runs.length > 0, { describe: 'the job' });
    expect(await connections()).toContain('caravanserai-coordination-jobs');
    await service.stop();
    await noneLeft();
  });

  it('leaves the jobs alone where that is asked for', async () => {
    const service = await start(definition, false);
    expect(await connections()).not.toContain('caravanserai-coordination-jobs');
    await service.stop();
  });

  it('closes everything it opened when a later step fails', async () => {
    const begin = Object.getOwnPropertyDescriptor(Relay.prototype, 'start');
    Object.assign(Relay.prototype, {
      start: () => {
        throw new Error('no relay today');
      },
    });
    try {
      await expect(start(definition)).rejects.toThrow('no relay today');
    } finally {
      if (begin) Object.defineProperty(Relay.prototype, 'start', begin);
    }
    await noneLeft();
  });

  it('closes everything it opened when the jobs do not start', async () => {
    await client.query('update coordination_jobs.migrations set id = 1000, breaking = true where id = 1');
    await expect(start(definition)).rejects.toThrow(/breaking migration 1000/);
    process.exitCode = undefined;
    await noneLeft();
  });
});
