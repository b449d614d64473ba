import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import {
  nameOfRecipient,
  NotificationPort,
  type Notification,
  type NotificationKind,
  type Recipient,
} from './notification.js';

/** A notification as its recipient finds it. */
export interface KeptNotification {
  readonly id: string;
  readonly operationDay: string;
  readonly unit: string;
  readonly kind: NotificationKind;
  readonly cutOff: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** Shown at once; older ones were settled long ago. */
const MAX_SHOWN = 200;

/** Keeps notifications for their recipients to read in the product: table `notification` of the service. */
export class InAppNotifications extends NotificationPort {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async send(manager: EntityManager, notification: Notification): Promise<boolean> {
    const { operation, operationDay, unit, recipient, kind, moment, cutOff, createdAt, once } = notification;
    const rows: unknown[] = await manager.query(
      `insert into notification (id, operation, operation_day, unit, recipient, kind, moment, cut_off, created_at)
       select $1::uuid, $2, $3::date, $4, $5, $6, $7, $8::timestamptz, $9::timestamptz
       where not ($10::boolean and exists (select 1 from notification
         where operation = $2 and operation_day = $3::date and unit = $4 and recipient = $5))
       on conflict do nothing returning id`,
      [
        randomUUID(),
        ...[operation, operationDay, unit, nameOfRecipient(recipient), kind, moment, cutOff, createdAt, once],
      ],
    );
    return rows.length > 0;
  }

  /** The newest notifications of a recipient, newest first. */
  async of(operation: string, recipient: Recipient): Promise<KeptNotification[]> {
    return this.dataSource.query(
      `select id, to_char(operation_day, 'YYYY-MM-DD') as "operationDay", unit, kind,
         ${sqlInstant('cut_off')} as "cutOff", ${sqlInstant('created_at')} as "createdAt",
         ${sqlInstant('read_at')} as "readAt"
       from notification where operation = $1 and recipient = $2
       order by created_at desc, unit, moment limit ${MAX_SHOWN}`,
      [operation, nameOfRecipient(recipient)],
    );
  }

  /** Marks those of the recipient as read; who was first stays. */
  async markRead(
    operation: string,
    recipient: Recipient,
    ids: readonly string[],
    { at, party }: { readonly at: string; readonly party: string },
  ): Promise<void> {
    await this.dataSource.query(
      `update notification set read_at = $4, read_by = $5
       where operation = $1 and recipient = $2 and id = any($3::uuid[]) and read_at is null`,
      [operation, nameOfRecipient(recipient), ids, at, party],
    );
  }
}
