/** `typ` of the signature over a receipt of this version. */
export const RECEIPT_TYP = 'caravanserai-receipt-v1+jws';

/** How a country answers a bulletin that it was sent. */
export const RECEIPT_KINDS = ['acknowledged', 'refused'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/**
 * What is signed of a receipt. The bytes that are hashed and signed are its canonical JSON (RFC 8785) in UTF-8. The
 * receipts of an operation form a chain in the order in which they came.
 */
export interface Receipt {
  readonly kind: ReceiptKind;
  readonly operation: string;
  readonly number: number;
  readonly revision: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Of what was received: the manifest or one of the files; given with an acknowledgement. */
  readonly sha256?: string;
  /** Name of that file, `manifest.json` or `bulletin.ru.pdf`. */
  readonly file?: string;
  /** Why the bulletin is refused. */
  readonly reason?: string;
  /** Who answered, as `role:country/account`. */
  readonly by: string;
  /** Instant in UTC. */
  readonly at: string;
  /** Place in the order of receipts of the operation, from 1. */
  readonly place: number;
  /** Hash of the receipt just before; absent in the first. */
  readonly previousHash?: string;
  readonly keyId: string;
}

/** A receipt as it is kept and handed out: the signed text and its detached signature. */
export interface SignedReceipt {
  /** Canonical JSON. */
  readonly record: string;
  /** Detached JWS. */
  readonly signature: string;
}

/** What can be wrong with receipts; each has its own words in receipt-messages.ts. */
export const RECEIPT_FINDINGS = [
  'receipt-altered',
  'receipt-signature-altered',
  'receipt-key-unknown',
  'receipt-key-not-valid',
  'receipt-key-revoked',
  'receipt-out-of-chain',
  'receipt-missing',
  'receipt-of-another-file',
] as const;
export type ReceiptFindingCode = (typeof RECEIPT_FINDINGS)[number];

/** Something that is wrong, and with which receipt. */
export interface ReceiptFinding {
  readonly code: ReceiptFindingCode;
  /** Place in the list, from 1. */
  readonly place: number;
  /** What the receipt says of itself; absent where it cannot be read. */
  readonly said?: Receipt;
}
