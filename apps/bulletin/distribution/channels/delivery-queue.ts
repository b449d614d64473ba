import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { JobQueue } from '#libs/jobs/job-queue.js';
import { type Channel } from '../ledger/delivery-states.domain.js';
import { type DeliveryKey } from '../ledger/delivery.records.js';

/** Name of the task. */
export const DELIVER = 'deliver-bulletin';

/** What is to be delivered, to whom and how. */
export interface DueDelivery extends DeliveryKey {
  readonly channel: Channel;
}

/** Deliveries that wait for a job; each one waits once. */
@Injectable()
export class DeliveryQueue {
  private readonly queue = new JobQueue('bulletin');

  async add(manager: EntityManager, due: DueDelivery): Promise<void> {
    await this.queue.add(manager, DELIVER, due, keyOf(due));
  }
}

/** `chemical-check-i|5|0|UZ|email`. */
export const keyOf = ({ operation, number, revision, country, channel }: DueDelivery): string =>
  [operation, number, revision, country, channel].join('|');
