import { type EntityManager } from 'typeorm';
import { type JobQueue } from '#libs/jobs/job-queue.js';
import { mailText } from './mail-text.js';
import { NotificationPort, nameOfRecipient, type Notification } from './notification.js';
import { SEND_MAIL, type Mail } from './send-mail.js';

/** Puts mail to functional mailboxes into the queue of the service; a refusal of the mail server is tried again. */
export class MailNotifications extends NotificationPort {
  constructor(private readonly queue: JobQueue) {
    super();
  }

  override async send(manager: EntityManager, notification: Notification): Promise<boolean> {
    const { email, operation, operationDay, unit, recipient, moment } = notification;
    if (email === undefined) return false;
    const key = [operation, operationDay, unit, nameOfRecipient(recipient), moment].join('|');
    const mail: Mail = { key, to: email, ...mailText(notification) };
    await this.queue.add(manager, SEND_MAIL, mail, key);
    return true;
  }
}
