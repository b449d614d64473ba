import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The seals of units and days. */
@Injectable()
export class SealRepository {
  constructor(private readonly dataSource: DataSource) {}

  async keep(
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

  /** How many units' seals have arrived for the attempt. */
  async count(
    operation: string,
    operationDay: string,
    attempt: number,
    manager: EntityManager,
  ): Promise<number> {
    const [row]: { count: number }[] = await manager.query(
      `select count(*)::int as count from seal where operation = $1 and operation_day = $2 and attempt = $3`,
      [operation, operationDay, attempt],
    );
    return row?.count ?? 0;
  }

  /** Last sequence by unit of the seals that arrived for the attempt. */
  async ofAttempt(
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
      `with sealed as (select * from unnest($2::text[], $3::bigint[]) as sealed(unit, last_sequence)),
       known as (
         select unit, sequence from daily_report_event where operation = $1
         union
         select unit, sequence from seal where operation = $1
       )
       select sealed.unit from sealed
       left join known on known.unit = sealed.unit and known.sequence <= sealed.last_sequence
       group by sealed.unit, sealed.last_sequence
       having count(known.sequence) < sealed.last_sequence
       order by sealed.unit collate "C"`,
      [operation, [...seals.keys()], [...seals.values()]],
    );
    return rows.map((row) => row.unit);
  }
}
