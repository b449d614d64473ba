import { Injectable } from '@nestjs/common';
import { SendMail, type Attachment } from '#libs/notifications/send-mail.js';
import { downloadStem } from '../../bulletin/file-headers.js';
import { DistributionSettings } from '../configuration/distribution-settings.js';
import { type DeliveryKey } from '../ledger/delivery.records.js';
import { encryptPackage } from '../package/encrypt-package.js';
import { SealedPackage } from '../package/sealed-package.js';
import { type DeliveryChannel } from './delivery-channel.js';
import { bulletinMail } from './mail-text.js';
import { FindToldBulletin, type ToldBulletin } from './told-bulletin.js';

/** E-mail over TLS to the functional mailboxes of a country: the address of the bulletin, or its encrypted package. */
@Injectable()
export class EmailChannel implements DeliveryChannel {
  readonly channel = 'email';

  constructor(
    private readonly settings: DistributionSettings,
    private readonly told: FindToldBulletin,
    private readonly sealedPackage: SealedPackage,
    private readonly mail: SendMail,
  ) {}

  async send(delivery: DeliveryKey, at: string): Promise<string> {
    const { operation, number, revision, country } = delivery;
    const { email } = this.settings.of(operation, country);
    if (!email) throw new Error('The distribution file names no mailbox of the country any more.');
    const told = await this.told.of(delivery);
    const attachments = await this.attachments(told, country, at);
    const key = [operation, number, revision, country, email.content].join('|');
    const content = bulletinMail(told, attachments.length > 0);
    await this.mail.run({ key, to: email.to.join(', '), ...content, attachments });
    return `${email.content}: ${email.to.join(', ')}`;
  }

  private async attachments(
    { bulletin }: ToldBulletin,
    country: string,
    at: string,
  ): Promise<readonly Attachment[]> {
    const { email, key } = this.settings.of(bulletin.operation, country);
    if (email?.content !== 'encrypted_package' || !key) return [];
    const jwe = await encryptPackage(await this.sealedPackage.make(bulletin, country), key, at);
    const filename = `${downloadStem(bulletin)}-${country}.zip.jwe`;
    return [{ filename, content: Buffer.from(jwe, 'ascii'), contentType: 'application/jose' }];
  }
}
