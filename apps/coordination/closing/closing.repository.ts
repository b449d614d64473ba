import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type ClosedDay, type Closing } from './closing.records.js';

const CLOSING_COLUMNS = `attempt, state, ${sqlInstant('requested_at')} as "requestedAt",
  requested_by as "requestedBy", assessment, override`;
const CLOSED_COLUMNS = `to_char(operation_day, 'YYYY-MM-DD') as "operationDay", revision, number,
  snapshot_hash as "snapshotHash", snapshot, basis`;

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

  /** Starts the next attempt and returns its number. */
  async startAttempt(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    request: Pick<Closing, 'requestedAt' | 'requestedBy' | 'assessment'>,
  ): Promise<number> {
    const rows: { attempt: number }[] = await manager.query(
      `insert into closing (operation, operation_day, attempt, state, requested_at, requested_by, assessment)
       values ($1, $2, 1, 'sealing', $3, $4, $5)
       on conflict (operation, operation_day) do update
       set attempt = closing.attempt + 1, requested_at = excluded.requested_at, requested_by = excluded.requested_by,
           assessment = coalesce(excluded.assessment, closing.assessment)
       returning attempt`,
      [
        operation,
        operationDay,
        request.requestedAt,
        request.requestedBy,
        request.assessment && JSON.stringify(request.assessment),
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

  async keepSeal(
    manager: EntityManager,
    seal: { operation: string; operationDay: string; unit: string; attempt: number; lastSequence: number },
    sequence: number,
  ): Promise<void> {
    await manager.query(
      `insert into seal (operation, operation_day, unit, attempt, last_sequence, sequence)
       values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [seal.operation, seal.operationDay, seal.unit, seal.attempt, seal.lastSequence, sequence],
    );
  }

  /** Last sequence by unit of the seals that arrived for the attempt. */
  async seals(
    operation: string,
    operationDay: string,
    attempt: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, number>> {
    const rows: { unit: string; lastSequence: number }[] = await manager.query(
      `select unit, last_sequence::int as "lastSequence" from seal
       where operation = $1 and operation_day = $2 and attempt = $3`,
      [operation, operationDay, attempt],
    );
    return new Map(rows.map((row) => [row.unit, row.lastSequence]));
  }

  /**
   * Units of which an event before the seal has not arrived: every sequence up to it is either of a report or of an
   * earlier seal. Such an event lies among the dead letters.
   */
  async unitsWithGaps(
    operation: string,
    seals: ReadonlyMap<string, number>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    const rows: { unit: string }[] = await manager.query(
      `select sealed.unit from unnest($2::text[], $3::bigint[]) as sealed(unit, last_sequence)
       where sealed.last_sequence > (
         select count(*) from (
           select sequence from daily_report_event e where e.operation = $1 and e.unit = sealed.unit
           union
           select sequence from seal s where s.operation = $1 and s.unit = sealed.unit
         ) known where known.sequence <= sealed.last_sequence
       ) order by sealed.unit collate "C"`,
      [operation, [...seals.keys()], [...seals.values()]],
    );
    return rows.map((row) => row.unit);
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
    await manager.query(`update closing set state = 'closed' where operation = $1 and operation_day = $2`, [
      operation,
      closed.operationDay,
    ]);
  }
}
