import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { FixedClock } from '#libs/web/access/fixed-clock.js';
import { createLogger } from '#libs/observability/logger.js';
import { createDataSource } from '#libs/persistence/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.js';
import { eventually } from '../../test/support/probe.js';
import { JobQueue } from './job-queue.js';
import { migrateJobs } from './job-schema.js';
import { type QueuedTask, type ServiceJob } from './service-job.js';
import { startJobs, type RunningJobs } from './start-jobs.js';

const AT = '2017-09-05T14:00:00.000Z';
const silent = createLogger('reporting', 'silent');
const queue = new JobQueue('reporting');

describe('the jobs of a service', () => {
  let database: TestDatabase;
  let source: DataSource;
  const running: RunningJobs[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await createDataSource({
      ...{ databaseUrl: database.url, schema: 'reporting', migrations: [] },
    }).initialize();
    await migrateJobs('reporting', database.url, silent);
    await migrateJobs('reporting', database.url, silent);
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });
  beforeEach(() => source.query('delete from reporting_jobs._private_jobs'));
  afterEach(async () => {
    for (const jobs of running.splice(0)) await jobs.stop();
  });

  async function start(
    what: { jobs?: ServiceJob[]; tasks?: QueuedTask[] },
    said: string[] = [],
  ): Promise<RunningJobs> {
    const error = (message: string) => void said.push(message);
    const jobs = await startJobs({
      ...{ service: 'reporting', databaseUrl: database.url, jobs: [], tasks: [], ...what },
      clock: new FixedClock(AT),
      log: Object.assign(createLogger('reporting', 'silent'), { error }),
      onFatal: (problem) => said.push(problem.message),
    });
    running.push(jobs);
    return jobs;
  }

  /** As the clock does at each full minute. */
  const minute = (job: string) =>
    source.query(`select reporting_jobs.add_job($1, job_key => $1, max_attempts => 3)`, [job]);
  const waiting = async (): Promise<number> =>
    (await source.query<unknown[]>('select 1 from reporting_jobs._private_jobs')).length;

  it('are registered for every minute and get the instant of their run', async () => {
    const runs: string[] = [];
    await start({ jobs: [{ name: 'look', run: async (now) => void runs.push(now) }] });
    await minute('look');
    await eventually(() => runs.length > 0, { describe: 'the run' });
    expect(runs[0]).toBe(AT);
    await eventually(
      async () =>
        (
          await source.query<unknown[]>(
            `select 1 from reporting_jobs._private_known_crontabs where identifier = 'look'`,
          )
        ).length === 1,
      { describe: 'the registration' },
    );
  });

  it('are logged when they fail, and tried again', async () => {
    const said: string[] = [];
    let attempts = 0;
    const run = async (): Promise<void> => {
      attempts += 1;
      if (attempts === 1) throw new Error('the sky is grey');
    };
    await start({ jobs: [{ name: 'fail-once', run }] }, said);
    await minute('fail-once');
    await eventually(() => attempts === 2, { describe: 'the second attempt', timeoutMs: 20_000 });
    expect(said).toEqual([expect.stringMatching(/fail-once.*the sky is grey/s)]);
  });

  it('never run twice at the same time, whichever instance they run in', async () => {
    let [now, most, done] = [0, 0, 0];
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const run = async (): Promise<void> => {
      most = Math.max(most, (now += 1));
      await gate;
      now -= 1;
      done += 1;
    };
    const job = { name: 'alone', run };
    await start({ jobs: [job] });
    await start({ jobs: [job] });
    await minute('alone');
    await eventually(() => now === 1, { describe: 'the first run' });
    await minute('alone');
    // The second minute finds the job at work and is over at once.
    await eventually(async () => (await waiting()) === 1, { describe: 'the end of the second' });
    release();
    await eventually(() => done === 1, { describe: 'the end of the first' });
    expect(most).toBe(1);
  });

  it('end before stop() does', async () => {
    const steps: string[] = [];
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const run = async (): Promise<void> => {
      steps.push('begun');
      await gate;
      steps.push('done');
    };
    const jobs = await start({ jobs: [{ name: 'slow', run }] });
    await minute('slow');
    await eventually(() => steps.length === 1, { describe: 'the run' });
    const stopped = jobs.stop().then(() => steps.push('stopped'));
    release();
    await stopped;
    expect(steps).toEqual(['begun', 'done', 'stopped']);
  });

  it('are told to the database as done before stop() ends', async () => {
    for (let round = 0; round < 5; round += 1) {
      const begun: { jobs?: RunningJobs; stopped?: Promise<void> | undefined } = {};
      const run = async (): Promise<void> => void (begun.stopped = begun.jobs?.stop());
      begun.jobs = await start({ jobs: [{ name: 'last', run }] });
      await minute('last');
      await eventually(() => begun.stopped !== undefined, { describe: 'the run' });
      await begun.stopped;
      expect(await waiting()).toBe(0);
    }
  });

  it('do queued work once its transaction has committed, and never when it was undone', async () => {
    const sent: unknown[] = [];
    await start({ tasks: [{ name: 'send', run: async (payload) => void sent.push(payload) }] });
    await expect(
      source.transaction(async (manager) => {
        await queue.add(manager, 'send', { to: 'nobody' }, '1');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await source.transaction(async (manager) => {
      await queue.add(manager, 'send', { to: 'early' }, '2');
      await queue.add(manager, 'send', { to: 'somebody' }, '2');
    });
    await eventually(async () => sent.length > 0 && (await waiting()) === 0, { describe: 'the work' });
    expect(sent).toEqual([{ to: 'somebody' }]);
  });
});
