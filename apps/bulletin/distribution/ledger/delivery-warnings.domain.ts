import { type KeyExpiry } from '../configuration/key-expiry.domain.js';
import { type ChannelState, type DeliveryState } from './delivery-states.domain.js';

/** What of a delivery must not be overlooked, the gravest first. */
export const DELIVERY_WARNINGS = [
  'receipt_not_genuine',
  'receipt_missing',
  'other_hash',
  'undeliverable',
  'key_expired',
  'refused',
  'overdue',
  'key_expiring',
] as const;
export type DeliveryWarning = (typeof DELIVERY_WARNINGS)[number];

/** What the warnings follow from. Instants in UTC. */
export interface WarningFacts {
  readonly state: DeliveryState;
  readonly channels: readonly ChannelState[];
  readonly acknowledgeBy: string;
  readonly key: KeyExpiry | undefined;
  readonly hasOtherHash: boolean;
  /** Kinds of the receipts that are kept, and whether each one is genuine. */
  readonly receipts: readonly { readonly kind: string; readonly isGenuine: boolean }[];
}

/** The warnings of a delivery at an instant. */
export function deliveryWarnings(facts: WarningFacts, at: string): DeliveryWarning[] {
  const { state, channels, acknowledgeBy, key, hasOtherHash, receipts } = facts;
  const isSettled = state === 'acknowledged' || state === 'refused';
  const holds: Readonly<Record<DeliveryWarning, boolean>> = {
    receipt_not_genuine: receipts.some(({ isGenuine }) => !isGenuine),
    receipt_missing: isSettled && !receipts.some(({ kind }) => kind === state),
    other_hash: hasOtherHash,
    undeliverable: channels.includes('undeliverable'),
    key_expired: key === 'expired',
    refused: state === 'refused',
    overdue: !isSettled && Date.parse(at) > Date.parse(acknowledgeBy),
    key_expiring: key === 'expiring',
  };
  return DELIVERY_WARNINGS.filter((warning) => holds[warning]);
}
