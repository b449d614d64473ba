/** Ways of a bulletin to a country. */
export const CHANNELS = ['mailbox', 'email', 'webhook', 'package'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels whose deliveries a job makes. */
export const SENT_BY_JOB: readonly Channel[] = ['email', 'webhook'];

/** Where a bulletin stands in a country. */
export const DELIVERY_STATES = ['queued', 'delivered', 'opened', 'acknowledged', 'refused'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Where a bulletin stands on one way to a country. `undeliverable`: all attempts failed; a person may send it again. */
export const CHANNEL_STATES = ['queued', 'delivered', 'undeliverable'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** What happens to a delivery; kept with who, when and from where. */
export type DeliveryStep = DeliveryState | 'undeliverable' | 'sent_again' | 'other_hash';

/** From where a step came: the issue itself, a job of the service, a request. */
export type StepOrigin = 'issue' | 'job' | 'api';

export type DeliveryAction = 'deliver' | 'open' | 'acknowledge' | 'refuse';

/** The life of a delivery as data: from which states the action leads to its state. An acknowledgement is final. */
export const DELIVERY_TRANSITIONS: Readonly<
  Record<DeliveryAction, { readonly from: readonly DeliveryState[]; readonly to: DeliveryState }>
> = {
  deliver: { from: ['queued'], to: 'delivered' },
  open: { from: ['queued', 'delivered'], to: 'opened' },
  acknowledge: { from: ['queued', 'delivered', 'opened', 'refused'], to: 'acknowledged' },
  refuse: { from: ['queued', 'delivered', 'opened'], to: 'refused' },
};

/** What is in the box at once: nobody has to carry it there. */
export const firstStateOf = (channel: Channel): ChannelState =>
  channel === 'mailbox' ? 'delivered' : 'queued';

/** The first state of a delivery by these channels. */
export const firstDeliveryState = (channels: readonly Channel[]): DeliveryState =>
  channels.some((channel) => firstStateOf(channel) === 'delivered') ? 'delivered' : 'queued';
