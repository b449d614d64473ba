import { Injectable } from '@nestjs/common';
import { BulletinSigner } from '../../signing/bulletin-signer.js';
import { isAddress } from '../configuration/distribution-consistency.domain.js';
import { DistributionSettings } from '../configuration/distribution-settings.js';
import { type DeliveryKey } from '../ledger/delivery.records.js';
import { type DeliveryChannel } from './delivery-channel.js';
import { postBounded } from './post-bounded.js';
import { FindToldBulletin } from './told-bulletin.js';
import { WEBHOOK_TYP, webhookBody } from './webhook-body.js';

/** A signed message to a program of a country. Addresses come from the configuration alone, never from a request. */
@Injectable()
export class WebhookChannel implements DeliveryChannel {
  readonly channel = 'webhook';

  constructor(
    private readonly settings: DistributionSettings,
    private readonly told: FindToldBulletin,
    private readonly signer: BulletinSigner,
  ) {}

  async send(delivery: DeliveryKey, at: string): Promise<string> {
    const { webhook } = this.settings.of(delivery.operation, delivery.country);
    if (!webhook || !isAddress(webhook.url))
      throw new Error('The distribution file names no address of the country any more.');
    const body = webhookBody(delivery, await this.told.of(delivery), at);
    const signature = await this.signer.sign(body, await this.signer.keyAt(at), WEBHOOK_TYP);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Caravanserai',
      'caravanserai-signature': signature,
      'caravanserai-timestamp': at,
    };
    const status = await postBounded(webhook.url, headers, body);
    if (status < 200 || status > 299) throw new Error(`The address answered with HTTP ${status}.`);
    return `HTTP ${status}`;
  }
}
