import { parseCronItems, run, type Runner, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { type Service } from '#libs/contracts/topics.js';
import { type Clock } from '#libs/observability/clock.js';
import { type Logger } from '#libs/observability/logger.js';
import { CONCURRENT_JOBS, jobPool } from './job-pool.js';
import { jobSchema } from './job-schema.js';
import { runAlone } from './run-alone.js';
import { type QueuedTask, type ServiceJob } from './service-job.js';
import { workerLogger } from './worker-logger.js';

/** A job that fails is tried again before the next minute has come. */
const JOB_ATTEMPTS = 3;

/**
 * Without batches graphile-worker tells the database of a finished job without waiting for the answer: stop() would close
 * the connections under it, and its failure would end the process.
 */
const IN_BATCHES = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

export interface JobsOptions {
  readonly service: Service;
  readonly databaseUrl: string;
  /** Role that the connections take on; the user of the URL unless told. */
  readonly role?: string;
  /** Done once a minute. */
  readonly jobs: readonly ServiceJob[];
  /** Done when they are in the queue. */
  readonly tasks: readonly QueuedTask[];
  /** The machine's clock: jobs belong to no request. */
  readonly clock: Clock;
  readonly log: Logger;
  /** The jobs have ended for good. */
  readonly onFatal: (error: Error) => void;
}

/** Jobs that run. */
export interface RunningJobs {
  /** Begins nothing more and waits for what is being done. */
  stop(): Promise<void>;
}

/** Runs the jobs of a service whose job schema is up to date. A minute that nobody was there for is not made up for. */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { service, databaseUrl, role, log } = options;
  const pgPool = jobPool(service, databaseUrl, log, role);
  try {
    const runner = await run({
      preset: { worker: IN_BATCHES },
      pgPool,
      schema: jobSchema(service),
      taskList: { ...jobList(options), ...taskList(options.tasks) },
      parsedCronItems: parseCronItems(options.jobs.map(({ name }) => everyMinute(name))),
      concurrency: CONCURRENT_JOBS,
      noHandleSignals: true,
      logger: workerLogger(log),
    });
    return runningJobs(runner, pgPool, options);
  } catch (error) {
    await pgPool.end();
    throw error;
  }
}

function jobList({ jobs, service, clock }: JobsOptions): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      (_payload: unknown, { withPgClient }) =>
        runAlone(withPgClient, `job|${service}|${job.name}`, () => job.run(clock.now())),
    ]),
  );
}

function taskList(tasks: readonly QueuedTask[]): TaskList {
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      (payload: unknown, { job: { attempts, max_attempts: last } }) =>
        task.run(payload, { number: attempts, isLast: attempts >= last }),
    ]),
  );
}

/** The key makes a minute that comes while the job waits for another try the same job. */
function everyMinute(task: string) {
  return {
    task,
    match: '* * * * *',
    identifier: task,
    options: { backfillPeriod: 0, maxAttempts: JOB_ATTEMPTS, jobKey: task, jobKeyMode: 'replace' as const },
  };
}

function runningJobs(runner: Runner, pgPool: pg.Pool, { log, onFatal }: JobsOptions): RunningJobs {
  let stopped: Promise<void> | undefined;
  const end = (error: Error): void => {
    if (stopped) return;
    log.error({ err: error }, 'The jobs have ended for good.');
    onFatal(error);
  };
  runner.promise.then(() => end(new Error('The jobs ended without being told to.')), end);
  const stop = async (): Promise<void> => {
    await runner.stop();
    await pgPool.end();
  };
  return { stop: () => (stopped ??= stop()) };
}
