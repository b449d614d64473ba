import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';

/** A person's decision to wait longer for the reports of a day. */
export interface GraceExtension {
  /** Minutes after the Plan's grace. */
  readonly minutes: number;
  /** Instant (UTC) and party of the decision. */
  readonly decidedAt: string;
  readonly decidedBy: string;
}

/** Extensions of the grace: all are kept, the newest of a day counts. */
@Injectable()
export class GraceRepository {
  constructor(private readonly dataSource: DataSource) {}

  async keep(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    { minutes, decidedAt, decidedBy }: GraceExtension,
  ): Promise<void> {
    await manager.query(
      `insert into grace_extension (operation, operation_day, minutes, decided_at, decided_by)
       values ($1, $2, $3, $4, $5)`,
      [operation, operationDay, minutes, decidedAt, decidedBy],
    );
  }

  /** The newest extension of each day of the operation. */
  async byDay(
    operation: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, GraceExtension>> {
    const rows: ({ day: string } & GraceExtension)[] = await manager.query(
      `select distinct on (operation_day) to_char(operation_day, 'YYYY-MM-DD') as day, minutes,
         ${sqlInstant('decided_at')} as "decidedAt", decided_by as "decidedBy"
       from grace_extension where operation = $1 order by operation_day, id desc`,
      [operation],
    );
    return new Map(rows.map(({ day, ...extension }) => [day, extension]));
  }
}
