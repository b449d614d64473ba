import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type DailyReportForwarded,
  type DailyReportRef,
} from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { type BasisReference, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { type ForwardedMarks, type KnownState } from '../consolidation/coverage.domain.js';
import { type ReportTally } from '../consolidation/report-tally.domain.js';
import { type DayKnowledge } from '../operation-day/operation-days.domain.js';

/** Highest sequence that counts for each unit: what its seal says. A unit that is missing here counts with all it sent. */
export type SequenceLimits = ReadonlyMap<string, number>;

const limitArrays = (limits: SequenceLimits): [string[], number[]] => [
  [...limits.keys()],
  [...limits.values()],
];

/** Rows of a unit with a sequence above its seal belong to the next closing. */
const WITHIN_SEAL = `
  left join unnest($3::text[], $4::bigint[]) as sealed(unit, last_sequence) on sealed.unit = e.unit
  where e.operation = $1 and (sealed.last_sequence is null or e.sequence <= sealed.last_sequence)`;

/** What reporting told of the daily reports. */
@Injectable()
export class ReceivedReportRepository {
  constructor(private readonly dataSource: DataSource) {}

  async keepState(
    manager: EntityManager,
    report: DailyReportRef,
    state: Exclude<KnownState, 'forwarded'>,
    sequence: number,
    at: string,
  ): Promise<void> {
    await manager.query(
      `insert into daily_report_event (operation, operation_day, unit, sequence, state, revision, kind, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [report.operation, report.operationDay, report.unit, sequence, state, report.revision, report.kind, at],
    );
  }

  async keepForwarded(
    manager: EntityManager,
    report: DailyReportForwarded,
    sequence: number,
    tally: ReportTally,
  ): Promise<void> {
    await manager.query(
      `insert into daily_report_event (operation, operation_day, unit, sequence, state, revision, kind, at, on_time,
         reason, content_hash, content, findings, tally)
       values ($1, $2, $3, $4, 'forwarded', $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        report.operation,
        report.operationDay,
        report.unit,
        sequence,
        report.revision,
        report.kind,
        report.forwardedAt,
        report.onTime,
        report.reason ?? null,
        report.contentHash,
        JSON.stringify(report.content),
        JSON.stringify(report.findings),
        JSON.stringify(tally),
      ],
    );
  }

  /** Newest forwarded revision of every unit-day up to and including the day, within the seals. */
  async newestForwarded(
    operation: string,
    upToDay: string,
    limits: SequenceLimits,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ForwardedRevision[]> {
    return manager.query(
      `select distinct on (e.operation_day, e.unit)
         to_char(e.operation_day, 'YYYY-MM-DD') as "operationDay", e.unit, e.revision, e.content_hash as "contentHash",
         e.kind, e.reason, e.on_time as "onTime", e.tally,
         count(*) over (partition by e.operation_day, e.unit)::int as "forwardedRevisions"
       from daily_report_event e ${WITHIN_SEAL} and e.operation_day <= $2 and e.state = 'forwarded'
       order by e.operation_day, e.unit, e.revision desc`,
      [operation, upToDay, ...limitArrays(limits)],
    );
  }

  /** The revisions that a snapshot counted, by its basis list. */
  async byBasis(
    operation: string,
    basis: readonly BasisReference[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ForwardedRevision[]> {
    return manager.query(
      `select to_char(e.operation_day, 'YYYY-MM-DD') as "operationDay", e.unit, e.revision,
         e.content_hash as "contentHash", e.kind, e.reason, e.on_time as "onTime", e.tally, 1 as "forwardedRevisions"
       from unnest($2::date[], $3::text[], $4::int[]) as b(operation_day, unit, revision)
       join daily_report_event e on e.operation = $1 and e.operation_day = b.operation_day and e.unit = b.unit
         and e.revision = b.revision and e.state = 'forwarded'`,
      [
        operation,
        basis.map((entry) => entry.operationDay),
        basis.map((entry) => entry.unit),
        basis.map((entry) => entry.revision),
      ],
    );
  }

  /** What is known of every day of the operation, without the reports' figures. */
  async knowledgeByDay(operation: string): Promise<Map<string, DayKnowledge>> {
    const known = new Map<
      string,
      { forwarded: Map<string, ForwardedMarks>; newestState: Map<string, KnownState> }
    >();
    const of = (day: string) => {
      const found = known.get(day) ?? { forwarded: new Map(), newestState: new Map() };
      known.set(day, found);
      return found;
    };
    const forwarded: ({ day: string; unit: string } & ForwardedMarks)[] = await this.dataSource.query(
      `select distinct on (operation_day, unit) to_char(operation_day, 'YYYY-MM-DD') as day, unit, kind, revision,
         on_time as "onTime", count(*) over (partition by operation_day, unit)::int as "forwardedRevisions"
       from daily_report_event where operation = $1 and state = 'forwarded'
       order by operation_day, unit, revision desc`,
      [operation],
    );
    for (const { day, unit, ...marks } of forwarded) of(day).forwarded.set(unit, marks);
    const states: { day: string; unit: string; state: KnownState }[] = await this.dataSource.query(
      `select distinct on (operation_day, unit) to_char(operation_day, 'YYYY-MM-DD') as day, unit, state
       from daily_report_event where operation = $1 order by operation_day, unit, sequence desc`,
      [operation],
    );
    for (const { day, unit, state } of states) of(day).newestState.set(unit, state);
    return known;
  }

  /** State of the newest event of every unit on the day, within the seals. */
  async newestStates(
    operation: string,
    operationDay: string,
    limits: SequenceLimits,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, KnownState>> {
    const rows: { unit: string; state: KnownState }[] = await manager.query(
      `select distinct on (e.unit) e.unit, e.state
       from daily_report_event e ${WITHIN_SEAL} and e.operation_day = $2
       order by e.unit, e.sequence desc`,
      [operation, operationDay, ...limitArrays(limits)],
    );
    return new Map(rows.map((row) => [row.unit, row.state]));
  }
}
