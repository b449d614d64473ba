import { Inject, Injectable, Logger } from '@nestjs/common';
import { type JobAttempt, type QueuedTask } from '#libs/jobs/service-job.js';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ChannelState } from '../ledger/delivery-states.domain.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import { type DeliveryChannel } from './delivery-channel.js';
import { DELIVER, type DueDelivery } from './delivery-queue.js';

/** Injection token of the channels that a job goes (`DeliveryChannel[]`). */
export const DELIVERY_CHANNELS = Symbol('delivery channels');

/** Longest reason of a failure that is kept. */
const MAX_REASON = 500;

/** Delivers a bulletin to a country. What fails is tried again; after the last attempt it is undeliverable, loudly. */
@Injectable()
export class DeliverBulletin implements QueuedTask<DueDelivery> {
  readonly name = DELIVER;
  private readonly log = new Logger('bulletin');

  constructor(
    @Inject(DELIVERY_CHANNELS) private readonly channels: readonly DeliveryChannel[],
    private readonly ledger: LedgerRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Error where a further attempt is to be made */
  async run(due: DueDelivery, attempt: JobAttempt): Promise<void> {
    const known = await this.ledger.channels(due, due.country);
    if (known.find(({ channel }) => channel === due.channel)?.state !== 'queued') return;
    try {
      const detail = await this.channelOf(due).send(due, this.clock.now());
      await this.settle(due, 'delivered', detail);
    } catch (error) {
      const reason = (error as Error).message.slice(0, MAX_REASON);
      await this.settle(due, attempt.isLast ? 'undeliverable' : 'queued', reason);
      if (!attempt.isLast) throw error;
      const { operation, number, revision, country, channel } = due;
      this.log.error(
        { operation, number, revision, country, channel, reason },
        'A bulletin is undeliverable.',
      );
    }
  }

  private channelOf({ channel }: DueDelivery): DeliveryChannel {
    const found = this.channels.find((one) => one.channel === channel);
    if (!found) throw new Error(`No job goes the way ${channel}.`);
    return found;
  }

  /** Keeps how the attempt went; a delivery that somebody else has settled meanwhile stays. */
  private async settle(due: DueDelivery, state: ChannelState, detail: string): Promise<void> {
    const { channel } = due;
    const at = this.clock.now();
    const doer = { at, party: 'system', origin: 'job' } as const;
    await this.unitOfWork.run(async (manager) => {
      const record = await this.ledger.lockChannel(manager, due, channel);
      if (record?.state !== 'queued') return;
      const lastError = state === 'delivered' ? null : detail;
      const attempts = record.attempts + 1;
      await this.ledger.setChannel(manager, due, { channel, state, attempts, lastError, changedAt: at });
      if (state === 'queued') return;
      await this.ledger.note(manager, due, { channel, step: state, ...doer, detail });
      if (state === 'delivered') await this.ledger.move(manager, due, 'deliver', doer);
    });
  }
}
