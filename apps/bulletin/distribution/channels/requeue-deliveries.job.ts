import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ServiceJob } from '#libs/jobs/service-job.js';
import { SENT_BY_JOB } from '../ledger/delivery-states.domain.js';
import { DELIVER, DeliveryQueue, type DueDelivery } from './delivery-queue.js';

/** Minutes after which work that a process has begun and not ended counts as lost with it. */
const LOST_AFTER = 15;

/**
 * Puts deliveries back into the queue whose job is gone: a process that was killed at work keeps its job to itself for
 * hours, and after its last attempt for ever.
 */
@Injectable()
export class RequeueDeliveries implements ServiceJob {
  readonly name = 'requeue-deliveries';
  private readonly log = new Logger('bulletin');

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: DeliveryQueue,
  ) {}

  async run(): Promise<void> {
    const lost: DueDelivery[] = await this.dataSource.query(LOST, [SENT_BY_JOB, DELIVER]);
    for (const due of lost) {
      this.log.warn({ ...due }, 'A delivery was lost with its process and is queued again.');
      await this.queue.add(this.dataSource.manager, due);
    }
  }
}

/** The key of a job is that of delivery-queue.ts, after the name of the task (libs/jobs/job-queue.ts). */
const LOST = `
  select operation, number, revision, country, channel from delivery_channel due
  where state = 'queued' and channel = any($1) and not exists (
    select 1 from bulletin_jobs.jobs job
    where job.key = $2 || ' ' || concat_ws('|', due.operation, due.number, due.revision, due.country, due.channel)
      and job.attempts < job.max_attempts + (case when job.locked_at is null then 0 else 1 end)
      and (job.locked_at is null or job.locked_at > now() - interval '${LOST_AFTER} minutes'))`;
