import { Injectable } from '@nestjs/common';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { BulletinRepository } from '../../bulletin/bulletin.repository.js';
import { DistributionSettings } from '../configuration/distribution-settings.js';
import { type DeliveryKey } from '../ledger/delivery.records.js';

/** An issued bulletin and where a country finds it. */
export interface ToldBulletin {
  readonly bulletin: BulletinRecord;
  readonly issuedAt: string;
  /** Address of the page with the bulletin in the country's mailbox. */
  readonly page: string;
  /** Address of its files in the API. */
  readonly files: string;
}

/** Finds what a message tells of a bulletin. */
@Injectable()
export class FindToldBulletin {
  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly settings: DistributionSettings,
  ) {}

  /** @throws Error where the bulletin is not issued, or the configuration names no address any more */
  async of(key: DeliveryKey): Promise<ToldBulletin> {
    const { operation, number, revision } = key;
    const bulletin = await this.bulletins.find(key);
    const address = this.settings.publicAddress(operation);
    if (!bulletin || bulletin.issuedAt === null) throw new Error('The bulletin is not issued.');
    if (address === undefined) throw new Error('The distribution file names no publicAddress.');
    return {
      bulletin,
      issuedAt: bulletin.issuedAt,
      page: `${address}/mailbox/${operation}/${number}/${revision}`,
      files: `${address}/api/bulletin/operations/${operation}/bulletins/${number}/revisions/${revision}/files/`,
    };
  }
}
