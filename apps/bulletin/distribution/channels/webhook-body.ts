import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type DeliveryKey } from '../ledger/delivery.records.js';
import { type ToldBulletin } from './told-bulletin.js';

/** `typ` of the signature over a message of this version. */
export const WEBHOOK_TYP = 'caravanserai-delivery-v1+jws';

/** What a program of a country is told: that there is a bulletin, and where; never what it says. */
export function webhookBody(
  { operation, number, revision, country }: DeliveryKey,
  { bulletin, issuedAt, page, files }: ToldBulletin,
  sentAt: string,
): Buffer {
  const { operationDay, manifestHash } = bulletin;
  const body = {
    type: 'bulletin-issued',
    /** The same for each attempt: by it a receiver knows what it has been told already. */
    id: [operation, number, revision, country].join('|'),
    ...{ operation, number, revision, country, operationDay, issuedAt, page, files, sentAt },
    ...(manifestHash !== null && { manifestHash }),
  };
  return Buffer.from(canonicalJson(body), 'utf8');
}
