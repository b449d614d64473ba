import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { signDetached, type SigningKey } from '../detached-jws.js';
import { KeyRing } from '../key-ring.js';
import { createFirstKey } from '../manage-keys.js';
import { type PublishedKey } from '../published-key.js';
import { receiptFindingInWords } from './receipt-messages.js';
import { RECEIPT_FINDINGS, RECEIPT_TYP, type Receipt, type SignedReceipt } from './receipt.types.js';
import { verifyReceipts } from './verify-receipts.js';

const AT = '2017-09-06T06:00:00.000Z';
let folder: string;
let key: PublishedKey;
let signing: SigningKey;
let receipts: SignedReceipt[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'receipts-'));
  key = (await createFirstKey(folder)) as PublishedKey;
  signing = await new KeyRing({ keysFile: path.join(folder, 'keys.json') }).signingKeyAt(AT);
  const first = await signed(receipt('AF', 1));
  const second = await signed(receipt('KZ', 2, sha256Hex(first.record)));
  receipts = [first, second, await signed(receipt('UZ', 3, sha256Hex(second.record)))];
});
afterAll(() => rm(folder, { recursive: true }));

const receipt = (country: string, place: number, previousHash?: string): Receipt => ({
  ...{ kind: 'acknowledged', operation: 'tiny', number: 5, revision: 0, country },
  ...{ sha256: 'a'.repeat(64), file: 'manifest.json', by: `contact_point:${country}/x`, at: AT, place },
  ...(previousHash !== undefined && { previousHash }),
  keyId: signing.kid,
});

async function signed(of: Receipt): Promise<SignedReceipt> {
  const record = canonicalJson(of);
  return { record, signature: await signDetached(Buffer.from(record), RECEIPT_TYP, signing) };
}

const found = async (list: readonly SignedReceipt[], keys: readonly PublishedKey[] = [key]) =>
  (await verifyReceipts(list, keys)).map(({ code, place }) => `${place} ${code}`);
const changed = (place: number, change: (one: SignedReceipt) => SignedReceipt): SignedReceipt[] =>
  receipts.map((one, index) => (index === place - 1 ? change(one) : one));

describe('receipts', () => {
  it('that are genuine and complete pass', async () => {
    expect(await found(receipts)).toEqual([]);
  });

  it('of which any byte was changed are found', async () => {
    const { record } = receipts[2] as SignedReceipt;
    for (let at = 0; at < record.length; at += 1) {
      const other = record[at] === '1' ? '2' : '1';
      const text = record.slice(0, at) + other + record.slice(at + 1);
      const codes = await found(changed(3, (one) => ({ ...one, record: text })));
      expect([at, codes.includes('3 receipt-altered')]).toEqual([at, true]);
    }
  });

  it('are told apart by what is wrong with them', async () => {
    const other = await signed(receipt('KG', 2, sha256Hex((receipts[0] as SignedReceipt).record)));
    const forged = changed(2, (one) => ({ ...one, signature: other.signature.replace(/.{4}$/, 'AAAA') }));
    expect(await found(forged)).toEqual(['2 receipt-altered']);
    const noSignature = changed(3, (one) => ({ ...one, signature: `${one.signature.split('..')[0]}..AAAA` }));
    expect(await found(noSignature)).toEqual(['3 receipt-signature-altered']);
    expect(await found(changed(2, () => other))).toEqual(['3 receipt-out-of-chain']);
    expect(await found([receipts[0], receipts[2]] as SignedReceipt[])).toEqual(['2 receipt-missing']);
    expect(await found([receipts[0], receipts[0], receipts[2]] as SignedReceipt[])).toEqual([
      '2 receipt-out-of-chain',
      '3 receipt-out-of-chain',
    ]);
    const all = [1, 2, 3];
    expect(await found(receipts, [])).toEqual(all.map((place) => `${place} receipt-key-unknown`));
    expect(await found(receipts, [{ ...key, revoked: AT }])).toEqual(
      all.map((place) => `${place} receipt-key-revoked`),
    );
    expect(await found(receipts, [{ ...key, until: AT }])).toEqual(
      all.map((place) => `${place} receipt-key-not-valid`),
    );
  });

  it('have words for each finding', () => {
    const words = RECEIPT_FINDINGS.flatMap((code) =>
      (['en', 'ru'] as const).map((language) =>
        receiptFindingInWords({ code, place: 2, said: receipt('KZ', 2) }, language),
      ),
    );
    expect(new Set(words).size).toBe(2 * RECEIPT_FINDINGS.length);
  });
});
