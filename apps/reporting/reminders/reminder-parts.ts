import { type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobQueue } from '#libs/jobs/job-queue.js';
import { AllNotifications } from '#libs/notifications/all-notifications.js';
import { InAppNotifications } from '#libs/notifications/in-app-notifications.js';
import { MailNotifications } from '#libs/notifications/mail-notifications.js';
import { NotificationPort } from '#libs/notifications/notification.js';
import { SendMail } from '#libs/notifications/send-mail.js';
import { type MailConfig } from '#libs/service-host/mail-config.js';
import { MAIL_CONFIG } from '#libs/service-host/runtime-providers.js';
import { NotificationController } from './notification.controller.js';
import { SendReminders } from './send-reminders.js';

/** Reminders and the ways to their recipients, for the module. Without a mail server they appear in the product alone. */
export const REMINDER_CONTROLLERS = [NotificationController];
export const REMINDER_PROVIDERS: Provider[] = [
  SendReminders,
  {
    provide: InAppNotifications,
    useFactory: (dataSource: DataSource) => new InAppNotifications(dataSource),
    inject: [DataSource],
  },
  {
    provide: SendMail,
    useFactory: (config?: MailConfig) => new SendMail(config),
    inject: [{ token: MAIL_CONFIG, optional: true }],
  },
  {
    provide: NotificationPort,
    useFactory: (inApp: InAppNotifications, config?: MailConfig) =>
      new AllNotifications(inApp, config ? [new MailNotifications(new JobQueue('reporting'))] : []),
    inject: [InAppNotifications, { token: MAIL_CONFIG, optional: true }],
  },
];
