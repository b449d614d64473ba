import { Injectable } from '@nestjs/common';
import { ProblemError } from '#libs/web/problem.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { DistributionSettings } from '../configuration/distribution-settings.js';
import { CheckReceipts } from '../receipts/check-receipts.js';
import { deliveryAnswer, stepAnswer, type KnownOfDelivery } from './delivery-view.js';
import { LedgerRepository } from './ledger.repository.js';
import { type CountryDeliveryAnswer, type LedgerAnswer } from './ledger.dto.js';

/** Tells of the distribution of a bulletin. */
@Injectable()
export class ReadLedger {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly checkReceipts: CheckReceipts,
    private readonly settings: DistributionSettings,
  ) {}

  /** Every country. @param at instant for which warnings are given */
  async ofBulletin(bulletin: BulletinRecord, at: string): Promise<LedgerAnswer> {
    const { operation, number, revision } = bulletin;
    const known = await this.known(bulletin);
    return { operation, number, revision, deliveries: known.map((one) => deliveryAnswer(one, at)) };
  }

  /** One country. @throws ProblemError 404 `delivery-unknown` */
  async ofCountry(bulletin: BulletinRecord, country: string, at: string): Promise<CountryDeliveryAnswer> {
    const [known] = await this.known(bulletin, country);
    const { number, revision } = bulletin;
    if (!known) throw new ProblemError(404, 'delivery-unknown', { number, revision, country });
    return {
      delivery: deliveryAnswer(known, at),
      steps: known.changes.map(stepAnswer),
      signedReceipts: known.receipts.map(({ signed }) => signed),
    };
  }

  private async known(bulletin: BulletinRecord, country?: string): Promise<KnownOfDelivery[]> {
    const [deliveries, channels, changes, receipts] = await Promise.all([
      this.ledger.deliveries(bulletin, country),
      this.ledger.channels(bulletin, country),
      this.ledger.changes(bulletin, country),
      this.checkReceipts.of(bulletin, country),
    ]);
    return deliveries.map((delivery) => ({
      delivery,
      channels: channels.filter((one) => one.country === delivery.country),
      changes: changes.filter((one) => one.country === delivery.country),
      receipts: receipts.filter(({ receipt }) => receipt.country === delivery.country),
      key: this.settings.of(bulletin.operation, delivery.country).key,
    }));
  }
}
