import { type EntityManager } from 'typeorm';
import { NotificationPort, type Notification } from './notification.js';

/** In the product first, which knows what was sent before, and then on the further ways. */
export class AllNotifications extends NotificationPort {
  constructor(
    private readonly first: NotificationPort,
    private readonly further: readonly NotificationPort[],
  ) {
    super();
  }

  override async send(manager: EntityManager, notification: Notification): Promise<boolean> {
    if (!(await this.first.send(manager, notification))) return false;
    for (const port of this.further) await port.send(manager, notification);
    return true;
  }
}
