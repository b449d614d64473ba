import { type Provider } from '@nestjs/common';
import { SendMail } from '#libs/notifications/send-mail.js';
import { type MailConfig } from '#libs/service-host/mail-config.js';
import { MAIL_CONFIG } from '#libs/service-host/runtime-providers.js';
import { DELIVERY_CHANNELS, DeliverBulletin } from './channels/deliver-bulletin.task.js';
import { type DeliveryChannel } from './channels/delivery-channel.js';
import { DeliveryQueue } from './channels/delivery-queue.js';
import { RequeueDeliveries } from './channels/requeue-deliveries.job.js';
import { SendAgain } from './channels/send-again.js';
import { SendAgainController } from './channels/send-again.controller.js';
import { EmailChannel } from './channels/email-channel.js';
import { FindToldBulletin } from './channels/told-bulletin.js';
import { WebhookChannel } from './channels/webhook-channel.js';
import { DistributionSettings } from './configuration/distribution-settings.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { MailboxController } from './ledger/mailbox.controller.js';
import { MarkOpened } from './ledger/mark-opened.js';
import { NewDeliveriesRepository } from './ledger/new-deliveries.repository.js';
import { QueueDistribution } from './ledger/queue-distribution.js';
import { ReadLedger } from './ledger/read-ledger.js';
import { ReadMailbox } from './ledger/read-mailbox.js';
import { CountryFileController } from './package/country-file.controller.js';
import { CoverSheets } from './package/cover-sheets.js';
import { SealedPackage } from './package/sealed-package.js';
import { PreviewController } from './preview/preview.controller.js';
import { ReadPreview } from './preview/read-preview.js';
import { CheckReceipts } from './receipts/check-receipts.js';
import { GiveReceipt } from './receipts/give-receipt.js';
import { ReceiptController } from './receipts/receipt.controller.js';
import { ReceiptRepository } from './receipts/receipt.repository.js';
import { ReceivedFiles } from './receipts/received-files.js';
import { SignReceipt } from './receipts/sign-receipt.js';

/** The distribution of issued bulletins, for the module. */
export const DISTRIBUTION_CONTROLLERS = [
  LedgerController,
  MailboxController,
  ReceiptController,
  SendAgainController,
  CountryFileController,
  PreviewController,
];
export const DISTRIBUTION_PROVIDERS: Provider[] = [
  DistributionSettings,
  LedgerRepository,
  NewDeliveriesRepository,
  QueueDistribution,
  MarkOpened,
  ReadLedger,
  ReadMailbox,
  ReceivedFiles,
  ReceiptRepository,
  SignReceipt,
  GiveReceipt,
  CheckReceipts,
  DeliveryQueue,
  ReadPreview,
  CoverSheets,
  SealedPackage,
  FindToldBulletin,
  {
    provide: SendMail,
    useFactory: (config?: MailConfig) => new SendMail(config),
    inject: [{ token: MAIL_CONFIG, optional: true }],
  },
  EmailChannel,
  WebhookChannel,
  {
    provide: DELIVERY_CHANNELS,
    useFactory: (...channels: DeliveryChannel[]) => channels,
    inject: [EmailChannel, WebhookChannel],
  },
  DeliverBulletin,
  RequeueDeliveries,
  SendAgain,
];
