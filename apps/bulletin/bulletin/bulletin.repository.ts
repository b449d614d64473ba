import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BulletinKind, type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { FIRST_STATE, type BulletinState } from './bulletin-states.domain.js';
import {
  type BulletinKey,
  type BulletinRecord,
  type FileRecord,
  type Issue,
  type StoredFile,
} from './bulletin.records.js';
import { type Edition } from './issue-order.domain.js';

/** A draft as a closed day gives it. */
export interface NewDraft extends BulletinKey {
  readonly operationDay: string;
  readonly kind: BulletinKind;
  readonly closedAt: string;
  /** Canonical JSON. */
  readonly snapshot: string;
  readonly snapshotHash: string;
}

const COLUMNS = `operation, number, revision, to_char(operation_day, 'YYYY-MM-DD') as "operationDay", kind, state,
  ${sqlInstant('closed_at')} as "closedAt", snapshot_hash as "snapshotHash", ${sqlInstant('issued_at')} as "issuedAt",
  reference_version as "referenceVersion", renderer_version as "rendererVersion",
  manifest_hash as "manifestHash", key_id as "keyId"`;
const BULLETINS = 'bulletin left join bulletin_manifest using (operation, number, revision)';
const FILE_COLUMNS = `language, format, sha256, size, characters_without_glyph as "charactersWithoutGlyph"`;
const OF_KEY = 'where operation = $1 and number = $2 and revision = $3';

const valuesOf = ({ operation, number, revision }: BulletinKey) => [operation, number, revision];

/** Bulletins, the snapshots behind them and the files of issued ones. */
@Injectable()
export class BulletinRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Serialises everything that changes bulletins of the operation until the transaction ends. */
  async lockOperation(manager: EntityManager, operation: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`bulletin|${operation}`]);
  }

  /** Keeps the draft unless there is a bulletin under its number and revision; says whether it was kept. */
  async insertDraft(manager: EntityManager, draft: NewDraft): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `insert into bulletin (operation, number, revision, operation_day, kind, state, closed_at, snapshot,
         snapshot_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict do nothing returning 1`,
      [
        ...valuesOf(draft),
        draft.operationDay,
        draft.kind,
        FIRST_STATE,
        draft.closedAt,
        Buffer.from(draft.snapshot, 'utf8'),
        draft.snapshotHash,
      ],
    );
    return rows.length === 1;
  }

  async find(
    key: BulletinKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BulletinRecord | undefined> {
    const rows: BulletinRecord[] = await manager.query(
      `select ${COLUMNS} from ${BULLETINS} ${OF_KEY}`,
      valuesOf(key),
    );
    return rows[0];
  }

  /** Bulletins of the operation by number and revision. */
  async list(operation: string, states: readonly BulletinState[]): Promise<BulletinRecord[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from ${BULLETINS} where operation = $1 and state = any($2) order by number, revision`,
      [operation, states],
    );
  }

  /** Editions of this number and of the one before. */
  async editionsAround(
    { operation, number }: BulletinKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Edition[]> {
    return manager.query(
      `select number, revision, state from bulletin where operation = $1 and number in ($2, $2 - 1)`,
      [operation, number],
    );
  }

  async snapshot(key: BulletinKey): Promise<DaySnapshot | undefined> {
    const rows: { snapshot: Buffer }[] = await this.dataSource.query(
      `select snapshot from bulletin ${OF_KEY}`,
      valuesOf(key),
    );
    const [row] = rows;
    return row && (JSON.parse(row.snapshot.toString('utf8')) as DaySnapshot);
  }

  /** Files in the order of language and format. */
  async files(key: BulletinKey, manager: EntityManager = this.dataSource.manager): Promise<FileRecord[]> {
    return manager.query(
      `select ${FILE_COLUMNS} from bulletin_file ${OF_KEY} order by language collate "C", format collate "C"`,
      valuesOf(key),
    );
  }

  /** Files of all issued bulletins of the operation, in the same order. */
  async filesOfOperation(operation: string): Promise<(FileRecord & Omit<BulletinKey, 'operation'>)[]> {
    return this.dataSource.query(
      `select number, revision, ${FILE_COLUMNS} from bulletin_file where operation = $1
       order by number, revision, language collate "C", format collate "C"`,
      [operation],
    );
  }

  async file(
    key: BulletinKey,
    language: FileRecord['language'],
    format: FileRecord['format'],
  ): Promise<StoredFile | undefined> {
    const rows: StoredFile[] = await this.dataSource.query(
      `select ${FILE_COLUMNS}, bytes from bulletin_file ${OF_KEY} and language = $4 and format = $5`,
      [...valuesOf(key), language, format],
    );
    return rows[0];
  }

  /** Stores the files and marks the draft: in this order, because an issued bulletin takes no files any more. */
  async issue(manager: EntityManager, key: BulletinKey, state: BulletinState, issue: Issue): Promise<void> {
    for (const file of issue.files) await this.insertFile(manager, key, file);
    await manager.query(
      `update bulletin set state = $4, issued_at = $5, issued_by = $6, reference_version = $7, renderer_version = $8
       ${OF_KEY}`,
      [
        ...valuesOf(key),
        state,
        issue.issuedAt,
        issue.issuedBy,
        issue.referenceVersion,
        issue.rendererVersion,
      ],
    );
  }

  private async insertFile(manager: EntityManager, key: BulletinKey, file: StoredFile): Promise<void> {
    await manager.query(
      `insert into bulletin_file
         (operation, number, revision, language, format, bytes, sha256, size, characters_without_glyph)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...valuesOf(key),
        file.language,
        file.format,
        file.bytes,
        file.sha256,
        file.size,
        file.charactersWithoutGlyph,
      ],
    );
  }
}
