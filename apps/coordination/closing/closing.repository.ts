import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type UnfinishedText } from '../bulletin-text/bulletin-text.dto.js';
import { type ClosedDay, type Closing, type EditionRecord } from './closing.records.js';

const CLOSING_COLUMNS = `attempt, state, ${sqlInstant('requested_at')} as "requestedAt",
  requested_by as "requestedBy", assessment, override, revision_reason as "revisionReason",
  texts_unfinished as "textsUnfinished"`;
const CLOSED_COLUMNS = `to_char(operation_day, 'YYYY-MM-DD') as "operationDay", revision, number,
  snapshot_hash as "snapshotHash", snapshot, basis`;

/** What starts an attempt. */
export type AttemptRequest = Pick<Closing, 'requestedAt' | 'requestedBy' | 'assessment' | 'revisionReason'>;

/** Attempts to close days and the days that are closed. */
@Injectable()
export class ClosingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Serialises everything that closes days of the operation until the transaction ends. */
  async lockOperation(manager: EntityManager, operation: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`closing|${operation}`]);
  }

  async find(
    operation: string,
    operationDay: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Closing | undefined> {
    const rows: Closing[] = await manager.query(
      `select ${CLOSING_COLUMNS} from closing where operation = $1 and operation_day = $2`,
      [operation, operationDay],
    );
    return rows[0];
  }

  /** Starts the next attempt and returns its number. An assessment stays until it is replaced; an override does not. */
  async startAttempt(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    request: AttemptRequest,
  ): Promise<number> {
    const rows: { attempt: number }[] = await manager.query(
      `insert into closing (operation, operation_day, attempt, state, requested_at, requested_by, assessment,
         revision_reason)
       values ($1, $2, 1, 'sealing', $3, $4, $5, $6)
       on conflict (operation, operation_day) do update
       set attempt = closing.attempt + 1, state = 'sealing', requested_at = excluded.requested_at,
           requested_by = excluded.requested_by, assessment = coalesce(excluded.assessment, closing.assessment),
           override = null, overridden_by = null, revision_reason = excluded.revision_reason, texts_unfinished = '[]',
           seals_arrived = 0
       returning attempt`,
      [
        operation,
        operationDay,
        request.requestedAt,
        request.requestedBy,
        request.assessment && JSON.stringify(request.assessment),
        request.revisionReason && JSON.stringify(request.revisionReason),
      ],
    );
    const [row] = rows;
    if (!row) throw new Error(`No closing attempt was started for ${operation} ${operationDay}.`);
    return row.attempt;
  }

  async keepOverride(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    reason: BilingualText,
    by: string,
  ): Promise<void> {
    await manager.query(
      'update closing set override = $3, overridden_by = $4 where operation = $1 and operation_day = $2',
      [operation, operationDay, JSON.stringify(reason), by],
    );
  }

  async keepUnfinishedTexts(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    texts: readonly UnfinishedText[],
  ): Promise<void> {
    await manager.query(
      'update closing set texts_unfinished = $3 where operation = $1 and operation_day = $2',
      [operation, operationDay, JSON.stringify(texts)],
    );
  }

  /** Ends the attempt. */
  async end(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    state: Exclude<Closing['state'], 'sealing'>,
  ): Promise<void> {
    await manager.query('update closing set state = $3 where operation = $1 and operation_day = $2', [
      operation,
      operationDay,
      state,
    ]);
  }

  /** Forgets attempts to close supplementary days before this one: only a later day can still be closed. */
  async dropOvertaken(
    manager: EntityManager,
    operation: string,
    lastDay: string,
    closedDay: string,
  ): Promise<void> {
    await manager.query(
      `delete from closing where operation = $1 and operation_day > $2 and operation_day < $3
         and state = 'sealing' and revision_reason is null`,
      [operation, lastDay, closedDay],
    );
  }

  /** The newest edition of a closed day. */
  async findClosed(
    operation: string,
    operationDay: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ClosedDay | undefined> {
    return this.oneClosed('operation_day = $2', [operation, operationDay], manager);
  }

  /** The newest edition of the last day before this one that is closed: the snapshot before. */
  async findClosedBefore(
    operation: string,
    operationDay: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ClosedDay | undefined> {
    return this.oneClosed('operation_day < $2', [operation, operationDay], manager);
  }

  /** The edition with this snapshot. */
  async findBySnapshot(
    operation: string,
    snapshotHash: string,
    manager: EntityManager,
  ): Promise<ClosedDay | undefined> {
    return this.oneClosed('snapshot_hash = $2', [operation, snapshotHash], manager);
  }

  /** The last day of the operation that is closed. */
  async lastClosedDay(operation: string, manager: EntityManager): Promise<string | undefined> {
    const rows: { day: string | null }[] = await manager.query(
      `select to_char(max(operation_day), 'YYYY-MM-DD') as day from closed_day where operation = $1`,
      [operation],
    );
    return rows[0]?.day ?? undefined;
  }

  /** Every edition of a day, the first one first. */
  async editions(operation: string, operationDay: string): Promise<EditionRecord[]> {
    return this.dataSource.query(
      `select revision, number, ${sqlInstant('closed_at')} as "closedAt", snapshot_hash as "snapshotHash"
       from closed_day where operation = $1 and operation_day = $2 order by revision`,
      [operation, operationDay],
    );
  }

  private async oneClosed(
    condition: string,
    values: readonly string[],
    manager: EntityManager,
  ): Promise<ClosedDay | undefined> {
    const rows: ClosedDay[] = await manager.query(
      `select ${CLOSED_COLUMNS} from closed_day where operation = $1 and ${condition}
       order by closed_day.operation_day desc, revision desc limit 1`,
      [...values],
    );
    return rows[0];
  }

  /** The next bulletin number of the operation: without gaps, because a rollback takes it back. */
  async allotNumber(manager: EntityManager, operation: string): Promise<number> {
    const rows: { number: number }[] = await manager.query(
      `insert into bulletin_number (operation, last_number) values ($1, 1)
       on conflict (operation) do update set last_number = bulletin_number.last_number + 1
       returning last_number as number`,
      [operation],
    );
    const [row] = rows;
    if (!row) throw new Error(`No bulletin number was allotted for ${operation}.`);
    return row.number;
  }

  async insertClosed(manager: EntityManager, operation: string, closed: ClosedDay): Promise<void> {
    await manager.query(
      `insert into closed_day (operation, operation_day, revision, number, closed_at, snapshot_hash, snapshot, basis)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        operation,
        closed.operationDay,
        closed.revision,
        closed.number,
        closed.snapshot.closedAt,
        closed.snapshotHash,
        JSON.stringify(closed.snapshot),
        JSON.stringify(closed.basis),
      ],
    );
  }
}
