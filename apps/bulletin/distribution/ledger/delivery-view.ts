import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type RecipientKey } from '../configuration/distribution-file.dto.js';
import { keyExpiry } from '../configuration/key-expiry.domain.js';
import { type CheckedReceipt } from '../receipts/check-receipts.js';
import { deliveryWarnings } from './delivery-warnings.domain.js';
import { type ChangeRecord, type ChannelRecord, type DeliveryRecord } from './delivery.records.js';
import {
  type ChannelAnswer,
  type DeliveryAnswer,
  type ReceiptAnswer,
  type RecipientKeyAnswer,
  type StepAnswer,
} from './ledger.dto.js';

/** What is known of a delivery. */
export interface KnownOfDelivery {
  readonly delivery: DeliveryRecord;
  readonly channels: readonly ChannelRecord[];
  readonly changes: readonly ChangeRecord[];
  readonly receipts: readonly CheckedReceipt[];
  readonly key: RecipientKey | undefined;
}

/** A delivery as the API tells of it. @param at instant for which warnings are given */
export function deliveryAnswer(
  { delivery, channels, changes, receipts, key }: KnownOfDelivery,
  at: string,
): DeliveryAnswer {
  const { country, state, queuedAt, acknowledgeBy, changedAt } = delivery;
  const keyAnswer = key && keyAnswerOf(key, at);
  const otherHashes = changes.flatMap(({ step, detail, at: when }) =>
    step === 'other_hash' && detail !== null ? [{ sha256: detail, at: when }] : [],
  );
  const facts = {
    ...{ state, acknowledgeBy, key: keyAnswer?.expiry, hasOtherHash: otherHashes.length > 0 },
    channels: channels.map((channel) => channel.state),
    receipts: receipts.map(({ receipt, finding }) => ({
      kind: receipt.kind,
      isGenuine: finding === undefined,
    })),
  };
  return {
    ...{ country, state, queuedAt, acknowledgeBy, changedAt },
    channels: channels.map(channelAnswer),
    ...(keyAnswer && { key: keyAnswer }),
    receipts: receipts.map(receiptAnswer),
    otherHashes,
    warnings: deliveryWarnings(facts, at),
  };
}

export function keyAnswerOf(key: RecipientKey, at: string): RecipientKeyAnswer {
  return { expires: key.expires, expiry: keyExpiry(key, at) };
}

export function stepAnswer({ step, channel, at, party, origin, detail }: ChangeRecord): StepAnswer {
  return {
    ...{ step, at, by: functionOf(party), origin },
    ...(channel !== null && { channel }),
    ...(detail !== null && { detail }),
  };
}

function channelAnswer({ channel, state, attempts, lastError, changedAt }: ChannelRecord): ChannelAnswer {
  return { channel, state, attempts, ...(lastError !== null && { lastError }), changedAt };
}

function receiptAnswer({ receipt, signed, finding }: CheckedReceipt): ReceiptAnswer {
  const { kind, sha256, file, reason, by, at } = receipt;
  return {
    kind,
    ...(sha256 !== undefined && { sha256 }),
    ...(file !== undefined && { file }),
    ...(reason !== undefined && { reason }),
    ...{ by: functionOf(by), at, recordHash: sha256Hex(signed.record) },
    ...(finding && { finding }),
  };
}

/** The function without the account: `contact_point:UZ`. */
export const functionOf = (party: string): string => party.split('/', 1)[0] ?? party;
