import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { type Receipt, type SignedReceipt } from '#libs/signing/receipts/receipt.types.js';
import { type BulletinKey } from '../../bulletin/bulletin.records.js';

/** The newest link of the chain of receipts of an operation. */
export interface ReceiptChainEnd {
  readonly place: number;
  readonly recordHash: string;
}

const SIGNED = `convert_from(record, 'UTF8') as record, signature`;

/** Receipts of the countries; they are added and never change. */
@Injectable()
export class ReceiptRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Lets one receipt of the operation be added at a time, until the transaction ends. */
  async lockChain(manager: EntityManager, operation: string): Promise<ReceiptChainEnd | undefined> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`receipt|${operation}`]);
    const rows: ReceiptChainEnd[] = await manager.query(
      'select place, record_hash as "recordHash" from receipt_chain_end($1)',
      [operation],
    );
    return rows[0];
  }

  async insert(
    manager: EntityManager,
    { operation, number, revision, country, kind, place, previousHash, keyId }: Receipt,
    { record, signature }: SignedReceipt,
  ): Promise<void> {
    await manager.query(
      `insert into delivery_receipt
         (operation, number, revision, country, kind, place, record, record_hash, previous_hash, signature, key_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[
          operation,
          number,
          revision,
          country,
          kind,
          place,
          Buffer.from(record, 'utf8'),
          sha256Hex(record),
        ],
        ...[previousHash, signature, keyId],
      ],
    );
  }

  /** Receipts of a bulletin in their order; of one country where it is given. */
  async ofBulletin(
    { operation, number, revision }: BulletinKey,
    country?: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SignedReceipt[]> {
    return manager.query(
      `select ${SIGNED} from delivery_receipt where operation = $1 and number = $2 and revision = $3
         and ($4::text is null or country = $4) order by place`,
      [operation, number, revision, country],
    );
  }

  /** All receipts of the operation in their order. */
  async ofOperation(operation: string): Promise<SignedReceipt[]> {
    return this.dataSource.query(
      `select ${SIGNED} from delivery_receipt where operation = $1 order by place`,
      [operation],
    );
  }
}
