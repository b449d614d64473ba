import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type BulletinKey } from '../../bulletin/bulletin.records.js';
import { DistributionSettings } from '../configuration/distribution-settings.js';
import { DeliveryQueue } from '../channels/delivery-queue.js';
import { SENT_BY_JOB } from './delivery-states.domain.js';
import { NewDeliveriesRepository } from './new-deliveries.repository.js';

const HOUR = 3_600_000;

/** Begins the distribution of a bulletin, within the transaction of its issue: it is issued and queued, or neither. */
@Injectable()
export class QueueDistribution {
  constructor(
    private readonly settings: DistributionSettings,
    private readonly deliveries: NewDeliveriesRepository,
    private readonly queue: DeliveryQueue,
  ) {}

  /** @param issuedBy who issued it, as `role/account` */
  async run(
    manager: EntityManager,
    snapshot: DaySnapshot,
    issuedAt: string,
    issuedBy: string,
  ): Promise<void> {
    const operation = snapshot.operation.code;
    const key: BulletinKey = { operation, number: snapshot.number, revision: snapshot.revision };
    const deliveries = snapshot.countries.map(({ country }) => this.settings.of(operation, country));
    const dueIn = this.settings.acknowledgeWithin(operation) * HOUR;
    const acknowledgeBy = new Date(Date.parse(issuedAt) + dueIn).toISOString();
    await this.deliveries.insert(manager, { ...key, issuedAt, issuedBy, acknowledgeBy, deliveries });
    for (const { country, channels } of deliveries)
      for (const channel of channels.filter((one) => SENT_BY_JOB.includes(one)))
        await this.queue.add(manager, { ...key, country, channel });
  }
}
