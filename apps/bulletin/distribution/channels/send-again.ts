import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Channel, firstStateOf, SENT_BY_JOB } from '../ledger/delivery-states.domain.js';
import { type ChannelRecord, type DeliveryKey, type Doer } from '../ledger/delivery.records.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import { DeliveryQueue } from './delivery-queue.js';

/** What people of the OCU do by hand with a delivery. */
@Injectable()
export class SendAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: LedgerRepository,
    private readonly queue: DeliveryQueue,
  ) {}

  /** Puts the delivery into the queue anew, with all attempts. @throws ProblemError 404 `channel-unknown` */
  async run(key: DeliveryKey, channel: Channel, doer: Doer): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { lastError } = await this.require(manager, key, channel);
      const state = firstStateOf(channel);
      const { at } = doer;
      await this.ledger.setChannel(manager, key, { channel, state, attempts: 0, lastError, changedAt: at });
      await this.ledger.note(manager, key, { channel, step: 'sent_again', ...doer, detail: null });
      if (SENT_BY_JOB.includes(channel)) await this.queue.add(manager, { ...key, channel });
    });
  }

  /** Notes that a person has carried the package. @throws ProblemError 404 `channel-unknown` */
  async carried(key: DeliveryKey, detail: string, doer: Doer): Promise<void> {
    const channel = 'package';
    await this.unitOfWork.run(async (manager) => {
      const { attempts, state } = await this.require(manager, key, channel);
      if (state === 'delivered') return;
      const now = { attempts: attempts + 1, lastError: null, changedAt: doer.at };
      await this.ledger.setChannel(manager, key, { channel, state: 'delivered', ...now });
      await this.ledger.note(manager, key, { channel, step: 'delivered', ...doer, detail });
      await this.ledger.move(manager, key, 'deliver', doer);
    });
  }

  private async require(manager: EntityManager, key: DeliveryKey, channel: Channel): Promise<ChannelRecord> {
    const record = await this.ledger.lockChannel(manager, key, channel);
    if (record) return record;
    const { number, revision, country } = key;
    const known = (await this.ledger.channels(key, country, manager)).map((one) => one.channel).join(', ');
    throw new ProblemError(404, 'channel-unknown', { number, revision, country, channel, known });
  }
}
