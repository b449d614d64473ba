import { type DeliveryKey } from '../ledger/delivery.records.js';
import { type Channel } from '../ledger/delivery-states.domain.js';

/** A way of an issued bulletin to a country that a job goes. */
export interface DeliveryChannel {
  readonly channel: Channel;
  /**
   * Must be safe to do again: after a crash a delivery may be made twice.
   * @param at instant of the attempt (UTC)
   * @returns what is kept of the delivery, such as the id of the message
   * @throws Error saying why it failed, without secrets: it is shown to the OCU
   */
  send(delivery: DeliveryKey, at: string): Promise<string>;
}
