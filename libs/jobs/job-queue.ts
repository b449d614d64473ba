import { type EntityManager } from 'typeorm';
import { type Service } from '#libs/contracts/topics.js';
import { jobSchema } from './job-schema.js';

/** With the pauses of graphile-worker (e^n seconds) the last attempt comes after about 9 hours. */
const MAX_ATTEMPTS = 11;

/** Puts work into the queue of a service, within the caller's transaction: it is done when that commits, or never. */
export class JobQueue {
  private readonly schema: string;

  constructor(service: Service) {
    this.schema = jobSchema(service);
  }

  /**
   * @param task name of a QueuedTask of the service
   * @param key work with one key waits in the queue once: the newest payload wins
   */
  async add(manager: EntityManager, task: string, payload: object, key: string): Promise<void> {
    await manager.query(`select "${this.schema}".add_job($1, $2::json, job_key => $3, max_attempts => $4)`, [
      task,
      JSON.stringify(payload),
      `${task} ${key}`,
      MAX_ATTEMPTS,
    ]);
  }
}
