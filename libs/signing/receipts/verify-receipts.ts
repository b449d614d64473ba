import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { isSignedBy, readSignatureHeader } from '../detached-jws.js';
import { validityAt } from '../key-validity.domain.js';
import { type PublishedKey } from '../published-key.js';
import {
  RECEIPT_KINDS,
  RECEIPT_TYP,
  type Receipt,
  type ReceiptFinding,
  type ReceiptFindingCode,
  type SignedReceipt,
} from './receipt.types.js';

/** What the text says when it is the canonical JSON of a receipt. */
export function readReceipt(record: string): Receipt | undefined {
  try {
    const value: unknown = JSON.parse(record);
    return isReceipt(value) && canonicalJson(value) === record ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The one thing that is wrong with a receipt by itself, or undefined. */
export async function verifyReceipt(
  { record, signature }: SignedReceipt,
  keys: readonly PublishedKey[],
): Promise<ReceiptFindingCode | undefined> {
  const said = readReceipt(record);
  if (!said) return 'receipt-altered';
  const header = readSignatureHeader(signature, RECEIPT_TYP);
  if (!header) return 'receipt-signature-altered';
  // The signature says of which receipt it is; so one can tell which of the two was changed.
  if (header.sha256 !== sha256Hex(record)) return 'receipt-altered';
  if (header.kid !== said.keyId) return 'receipt-signature-altered';
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return 'receipt-key-unknown';
  if (!(await isSignedBy(Buffer.from(record, 'utf8'), signature, key))) return 'receipt-signature-altered';
  return ofKey(key, said.at);
}

/**
 * Verifies the receipts of an operation in the order of their places: each by itself, and that none was taken out,
 * exchanged or put in between.
 */
export async function verifyReceipts(
  receipts: readonly SignedReceipt[],
  keys: readonly PublishedKey[],
): Promise<ReceiptFinding[]> {
  const findings: ReceiptFinding[] = [];
  for (const [index, receipt] of receipts.entries()) {
    const said = readReceipt(receipt.record);
    const codes = [await verifyReceipt(receipt, keys), said && chainProblem(said, index, receipts)];
    for (const code of codes)
      if (code !== undefined) findings.push({ code, place: index + 1, ...(said && { said }) });
  }
  return findings;
}

function chainProblem(
  said: Receipt,
  index: number,
  receipts: readonly SignedReceipt[],
): ReceiptFindingCode | undefined {
  if (said.place > index + 1) return 'receipt-missing';
  const before = index === 0 ? undefined : receipts[index - 1];
  const follows = said.previousHash === (before && sha256Hex(before.record));
  return said.place === index + 1 && follows ? undefined : 'receipt-out-of-chain';
}

function ofKey(key: PublishedKey, at: string): ReceiptFindingCode | undefined {
  switch (validityAt(key, at)) {
    case 'valid':
      return undefined;
    case 'revoked':
      return 'receipt-key-revoked';
    case 'not-yet-valid':
    case 'no-longer-valid':
      return 'receipt-key-not-valid';
  }
}

const TEXTS = ['operation', 'country', 'by', 'at', 'keyId'];
const NUMBERS = ['number', 'revision', 'place'];
const MAY_BE_ABSENT = ['sha256', 'file', 'reason', 'previousHash'];

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Record<string, unknown>;
  return (
    RECEIPT_KINDS.some((kind) => kind === given['kind']) &&
    TEXTS.every((name) => typeof given[name] === 'string') &&
    NUMBERS.every((name) => Number.isSafeInteger(given[name])) &&
    MAY_BE_ABSENT.every((name) => given[name] === undefined || typeof given[name] === 'string')
  );
}
