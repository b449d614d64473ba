import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BasisReference, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { basisArrays, FROM_BASIS } from './basis-rows.js';
import { limitArrays, WITHIN_SEAL, type SequenceLimits } from './sequence-limits.js';

const COLUMNS = `to_char(e.operation_day, 'YYYY-MM-DD') as "operationDay", e.unit, e.revision,
  e.content_hash as "contentHash", e.kind, e.reason, e.change, e.on_time as "onTime", e.tally`;

/** The forwarded revisions as counting reads them: tallies, never contents. */
@Injectable()
export class ReceivedReportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest forwarded revision of every unit-day up to and including the day, within the seals. */
  async newestForwarded(
    operation: string,
    upToDay: string,
    limits: SequenceLimits,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ForwardedRevision[]> {
    return manager.query(
      `select distinct on (e.operation_day, e.unit) ${COLUMNS},
         count(*) over (partition by e.operation_day, e.unit)::int as "forwardedRevisions"
       from daily_report_event e ${WITHIN_SEAL} and e.operation_day <= $4 and e.state = 'forwarded'
       order by e.operation_day, e.unit, e.revision desc`,
      [operation, ...limitArrays(limits), upToDay],
    );
  }

  /** The revisions that a snapshot counted, by its basis list. */
  async byBasis(
    operation: string,
    basis: readonly BasisReference[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ForwardedRevision[]> {
    return manager.query(`select ${COLUMNS}, 1 as "forwardedRevisions" ${FROM_BASIS}`, [
      operation,
      ...basisArrays(basis),
    ]);
  }

  /** The revisions of these unit-days that were forwarded after the named ones, within the seals. */
  async forwardedSince(
    operation: string,
    basis: readonly BasisReference[],
    limits: SequenceLimits,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ForwardedRevision[]> {
    return manager.query(
      `select ${COLUMNS}, 1 as "forwardedRevisions"
       from unnest($4::date[], $5::text[], $6::int[]) as b(operation_day, unit, revision)
       join daily_report_event e on e.operation_day = b.operation_day and e.unit = b.unit
         and e.revision > b.revision and e.state = 'forwarded' ${WITHIN_SEAL}`,
      [operation, ...limitArrays(limits), ...basisArrays(basis)],
    );
  }
}
