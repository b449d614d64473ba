/** What the page reads of the answer about a file. */
export interface IssuedFile {
  readonly operation: string;
  readonly number: number;
  readonly revision: number;
  readonly newestRevision: number;
  readonly operationDay: string;
  /** `bulletin.ru.pdf`, `manifest.json`. */
  readonly file: string;
  readonly issuedAt: string;
  readonly manifestHash: string | null;
  readonly keyId: string | null;
  readonly keyValidity: 'valid' | 'not-yet-valid' | 'no-longer-valid' | 'revoked' | 'unknown' | null;
  /** What the signature that the service keeps says of the file. */
  readonly proof: 'signed' | 'unsigned' | 'failed';
}

/** What a person wanted to know, and what was found. */
export interface CheckOutcome {
  readonly sha256: string;
  readonly files: readonly IssuedFile[];
  /** Hash of the manifest that was given too. */
  readonly manifestHash?: string;
}
