import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The seals of units and days. */
@Injectable()
export class SealRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps a seal and counts it, once, towards the attempt that waits for it.
   * @returns how many seals of that attempt have arrived; undefined where no closing waits for this seal
   */
  async keep(
    manager: EntityManager,
    seal: { operation: string; operationDay: string; unit: string; attempt: number; lastSequence: number },
    sequence: number,
  ): Promise<number | undefined> {
    const [rows]: [{ arrived: number }[], number] = await manager.query(
      `with kept as (
         insert into seal (operation, operation_day, unit, attempt, last_sequence, sequence)
         values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing returning 1)
       update closing set seals_arrived = seals_arrived + (select count(*) from kept)
       where operation = $1 and operation_day = $2 and attempt = $4 and state = 'sealing'
       returning seals_arrived as arrived`,
      [seal.operation, seal.operationDay, seal.unit, seal.attempt, seal.lastSequence, sequence],
    );
    return rows[0]?.arrived;
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
   * earlier seal, and none is of both. Such an event lies among the dead letters.
   */
  async unitsWithGaps(
    operation: string,
    seals: ReadonlyMap<string, number>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    if (seals.size === 0) return [];
    const rows: { unit: string }[] = await manager.query(
      `select sealed.unit from unnest($2::text[], $3::bigint[]) as sealed(unit, last_sequence)
       where sealed.last_sequence >
         (select count(*) from daily_report_event known
          where known.operation = $1 and known.unit = sealed.unit and known.sequence <= sealed.last_sequence) +
         (select count(*) from seal known
          where known.operation = $1 and known.unit = sealed.unit and known.sequence <= sealed.last_sequence)
       order by sealed.unit collate "C"`,
      [operation, [...seals.keys()], [...seals.values()]],
    );
    return rows.map((row) => row.unit);
  }
}
