import { Injectable, Logger } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type Receipt, type ReceiptKind } from '#libs/signing/receipts/receipt.types.js';
import { readReceipt } from '#libs/signing/receipts/verify-receipts.js';
import { ProblemError } from '#libs/web/problem.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { type Doer } from '../ledger/delivery.records.js';
import { LedgerRepository } from '../ledger/ledger.repository.js';
import { CheckReceipts } from './check-receipts.js';
import { ReceivedFiles } from './received-files.js';
import { ReceiptRepository } from './receipt.repository.js';
import { SignReceipt } from './sign-receipt.js';

/** Other hashes that are kept of one country and bulletin: enough to see that something is wrong. */
const KEPT_OTHER_HASHES = 20;

/** A country answers a bulletin: it acknowledges what it received, naming its hash, or refuses it with a reason. */
@Injectable()
export class GiveReceipt {
  private readonly log = new Logger('bulletin');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: LedgerRepository,
    private readonly receipts: ReceiptRepository,
    private readonly files: ReceivedFiles,
    private readonly signReceipt: SignReceipt,
    private readonly checkReceipts: CheckReceipts,
  ) {}

  /**
   * Acknowledging again gives the first answer.
   * @throws ProblemError 404 `delivery-unknown`, 409 `received-hash-differs`, `receipt-not-genuine`, 503 `receipt-signing-unavailable`
   */
  async acknowledge(bulletin: BulletinRecord, country: string, sha256: string, doer: Doer): Promise<Receipt> {
    const { operation, number, revision } = bulletin;
    const file = await this.files.nameOf(bulletin, sha256);
    if (file !== undefined) await this.requireGenuine(bulletin, country);
    const receipt = await this.unitOfWork.run(async (manager) => {
      if (file !== undefined)
        return this.give(manager, 'acknowledged', { ...bulletin, country }, doer, { sha256, file });
      await this.noteOtherHash(manager, { ...bulletin, country }, sha256, doer);
      return undefined;
    });
    if (receipt) return receipt;
    this.log.error(
      { operation, number, revision, country, sha256 },
      'A country named a hash that is none of the bulletin.',
    );
    throw new ProblemError(409, 'received-hash-differs', { number, revision, sha256 });
  }

  /**
   * Refusing again gives the first answer; a later acknowledgement settles it.
   * @throws ProblemError 404 `delivery-unknown`, 409 `receipt-given-already`, `receipt-not-genuine`, 503 `receipt-signing-unavailable`
   */
  async refuse(bulletin: BulletinRecord, country: string, reason: string, doer: Doer): Promise<Receipt> {
    await this.requireGenuine(bulletin, country);
    return this.unitOfWork.run((manager) =>
      this.give(manager, 'refused', { ...bulletin, country }, doer, { reason }),
    );
  }

  /** Before the transaction: the check reads over other connections. */
  private async requireGenuine(bulletin: BulletinRecord, country: string): Promise<void> {
    const checked = await this.checkReceipts.of(bulletin, country);
    const finding = checked.find((one) => one.finding !== undefined)?.finding;
    if (finding === undefined) return;
    const { operation, number, revision } = bulletin;
    this.log.error(
      { operation, number, revision, country, finding },
      'A receipt that is kept is not genuine.',
    );
    throw new ProblemError(409, 'receipt-not-genuine', { number, revision, country, finding });
  }

  private async give(
    manager: EntityManager,
    kind: ReceiptKind,
    of: BulletinRecord & { readonly country: string },
    doer: Doer,
    content: Pick<Receipt, 'sha256' | 'file' | 'reason'>,
  ): Promise<Receipt> {
    const { operation, number, revision, country } = of;
    await this.requireDelivery(manager, of);
    const end = await this.receipts.lockChain(manager, operation);
    const given = await this.given(manager, of);
    if (kind === 'refused') refuseAfterAcknowledgement(given);
    const first = given.find((one) => one.kind === kind);
    if (first) return first;
    const { receipt, signed } = await this.signReceipt.run({
      ...{ kind, operation, number, revision, country, ...content, by: doer.party, at: doer.at },
      place: (end?.place ?? 0) + 1,
      ...(end && { previousHash: end.recordHash }),
    });
    await this.receipts.insert(manager, receipt, signed);
    const action = kind === 'acknowledged' ? 'acknowledge' : 'refuse';
    await this.ledger.move(manager, of, action, doer, content.sha256 ?? content.reason);
    return receipt;
  }

  private async given(
    manager: EntityManager,
    of: BulletinRecord & { readonly country: string },
  ): Promise<Receipt[]> {
    const signed = await this.receipts.ofBulletin(of, of.country, manager);
    return signed.flatMap(({ record }) => readReceipt(record) ?? []);
  }

  private async requireDelivery(
    manager: EntityManager,
    of: BulletinRecord & { readonly country: string },
  ): Promise<void> {
    const { number, revision, country } = of;
    if (await this.ledger.lock(manager, of)) return;
    throw new ProblemError(404, 'delivery-unknown', { number, revision, country });
  }

  private async noteOtherHash(
    manager: EntityManager,
    of: BulletinRecord & { readonly country: string },
    sha256: string,
    doer: Doer,
  ): Promise<void> {
    await this.requireDelivery(manager, of);
    const kept = (await this.ledger.changes(of, of.country, manager)).filter(
      ({ step }) => step === 'other_hash',
    );
    if (kept.length >= KEPT_OTHER_HASHES || kept.some(({ detail }) => detail === sha256)) return;
    await this.ledger.note(manager, of, { channel: null, step: 'other_hash', ...doer, detail: sha256 });
  }
}

function refuseAfterAcknowledgement(given: readonly Receipt[]): void {
  const acknowledged = given.find(({ kind }) => kind === 'acknowledged');
  if (!acknowledged) return;
  const { number, revision, at } = acknowledged;
  throw new ProblemError(409, 'receipt-given-already', { number, revision, at });
}
