import { type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';

/** What a notification is about. */
export const NOTIFICATION_KINDS = ['report_missing', 'report_returned', 'report_not_forwarded'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Who is notified: a unit, or the contact point of a country. */
export interface Recipient {
  readonly role: 'unit' | 'contact_point';
  /** Id of the unit, or code of the country. */
  readonly id: string;
}

/** When the cut-off is, by the clocks of the unit and of the OCU. */
export interface CutOffTold {
  /** Instant (UTC). */
  readonly cutOff: string;
  readonly unitTimeZone: string;
  readonly coordinationTimeZone: string;
}

/** A reminder of the report of one unit and day. It tells nothing of what a report holds. */
export interface Notification extends CutOffTold {
  readonly operation: string;
  readonly operationDay: string;
  readonly unit: string;
  readonly unitName: BilingualText;
  readonly recipient: Recipient;
  /** Functional mailbox of the recipient; absent: notified in the product alone. */
  readonly email?: string;
  readonly kind: NotificationKind;
  /** `before-120`: due two hours before the cut-off; `after-30`: half an hour after it. */
  readonly moment: string;
  /** Only if the recipient was not notified of this unit and day at another moment. */
  readonly once: boolean;
  /** Instant (UTC). */
  readonly createdAt: string;
}

/** Way of a notification to its recipient. */
export abstract class NotificationPort {
  /**
   * Sends within the caller's transaction. Each recipient is notified of a unit, day and moment once.
   * @returns false where it was sent before
   */
  abstract send(manager: EntityManager, notification: Notification): Promise<boolean>;
}

/** `unit:UZ-CHU`, `contact_point:UZ`. */
export const nameOfRecipient = ({ role, id }: Recipient): string => `${role}:${id}`;
