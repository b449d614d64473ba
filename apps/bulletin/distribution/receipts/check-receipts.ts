import { Injectable } from '@nestjs/common';
import {
  type ReceiptFindingCode,
  type Receipt,
  type SignedReceipt,
} from '#libs/signing/receipts/receipt.types.js';
import { readReceipt, verifyReceipt } from '#libs/signing/receipts/verify-receipts.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { BulletinSigner } from '../../signing/bulletin-signer.js';
import { ReceiptRepository } from './receipt.repository.js';
import { ReceivedFiles } from './received-files.js';

/** A receipt and what is wrong with it, if anything. */
export interface CheckedReceipt {
  readonly receipt: Receipt;
  readonly signed: SignedReceipt;
  readonly finding?: ReceiptFindingCode;
}

/** Reads receipts of a bulletin and verifies each: rows of a database prove nothing. */
@Injectable()
export class CheckReceipts {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly files: ReceivedFiles,
    private readonly signer: BulletinSigner,
  ) {}

  async of(bulletin: BulletinRecord, country?: string): Promise<CheckedReceipt[]> {
    const { keys } = await this.signer.published();
    const found: CheckedReceipt[] = [];
    for (const signed of await this.receipts.ofBulletin(bulletin, country)) {
      const receipt = readReceipt(signed.record);
      // The database takes no record that cannot be read as that of its bulletin.
      if (!receipt) continue;
      const finding = (await verifyReceipt(signed, keys)) ?? (await this.ofOtherFile(bulletin, receipt));
      found.push({ receipt, signed, ...(finding && { finding }) });
    }
    return found;
  }

  private async ofOtherFile(
    bulletin: BulletinRecord,
    { sha256 }: Receipt,
  ): Promise<ReceiptFindingCode | undefined> {
    if (sha256 === undefined || (await this.files.nameOf(bulletin, sha256)) !== undefined) return undefined;
    return 'receipt-of-another-file';
  }
}
