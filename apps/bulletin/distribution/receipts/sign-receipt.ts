import { Injectable, Logger } from '@nestjs/common';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type SigningKey } from '#libs/signing/detached-jws.js';
import { RECEIPT_TYP, type Receipt, type SignedReceipt } from '#libs/signing/receipts/receipt.types.js';
import { ProblemError } from '#libs/web/problem.js';
import { BulletinSigner } from '../../signing/bulletin-signer.js';

/** Makes the signed form of a receipt, so that nobody can change it in the database afterwards. */
@Injectable()
export class SignReceipt {
  private readonly log = new Logger('bulletin');

  constructor(private readonly signer: BulletinSigner) {}

  /** @throws ProblemError 503 `receipt-signing-unavailable` where no key can sign at the instant */
  async run(
    given: Omit<Receipt, 'keyId'>,
  ): Promise<{ readonly receipt: Receipt; readonly signed: SignedReceipt }> {
    const key = await this.keyFor(given);
    const receipt: Receipt = { ...given, keyId: key.kid };
    const record = canonicalJson(receipt);
    const signature = await this.signer.sign(Buffer.from(record, 'utf8'), key, RECEIPT_TYP);
    return { receipt, signed: { record, signature } };
  }

  private async keyFor({ number, revision, at }: Omit<Receipt, 'keyId'>): Promise<SigningKey> {
    try {
      return await this.signer.keyAt(at);
    } catch (error) {
      this.log.error({ number, revision, at, error: (error as Error).message });
      throw new ProblemError(503, 'receipt-signing-unavailable', { number, revision, at });
    }
  }
}
