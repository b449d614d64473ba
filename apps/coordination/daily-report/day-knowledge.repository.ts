import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type ForwardedMarks, type KnownState } from '../consolidation/coverage.domain.js';
import { type SignedCountry } from '../operation-day/operation-day.answers.dto.js';
import { type DayKnowledge } from '../operation-day/operation-days.domain.js';
import { limitArrays, WITHIN_SEAL, type SequenceLimits } from './sequence-limits.js';

/** Questions about a forwarded revision and their answers leave its state as it is. */
const IS_STATE = `e.state not in ('queried', 'query_answered')`;

interface Known {
  readonly forwarded: Map<string, ForwardedMarks>;
  readonly newestState: Map<string, KnownState>;
  readonly queried: Set<string>;
}

/** What is known of the reports of days, without their figures. */
@Injectable()
export class DayKnowledgeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** State of the newest event of every unit on the day, within the seals. */
  async newestStates(
    operation: string,
    operationDay: string,
    limits: SequenceLimits,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, KnownState>> {
    const rows: { unit: string; state: KnownState }[] = await manager.query(
      `select distinct on (e.unit) e.unit, e.state
       from daily_report_event e ${WITHIN_SEAL} and e.operation_day = $4 and ${IS_STATE}
       order by e.unit, e.sequence desc`,
      [operation, ...limitArrays(limits), operationDay],
    );
    return new Map(rows.map((row) => [row.unit, row.state]));
  }

  /** What is known of every day of the operation now. */
  async byDay(operation: string): Promise<Map<string, DayKnowledge>> {
    const known = new Map<string, Known>();
    const of = (day: string): Known => {
      const found = known.get(day) ?? { forwarded: new Map(), newestState: new Map(), queried: new Set() };
      known.set(day, found);
      return found;
    };
    for (const { day, unit, ...marks } of await this.forwardedMarks(operation))
      of(day).forwarded.set(unit, marks);
    for (const { day, unit, state } of await this.states(operation)) of(day).newestState.set(unit, state);
    for (const { day, unit } of await this.openQuestions(operation)) of(day).queried.add(unit);
    return known;
  }

  private forwardedMarks(operation: string): Promise<({ day: string; unit: string } & ForwardedMarks)[]> {
    return this.dataSource.query(
      `select distinct on (operation_day, unit) to_char(operation_day, 'YYYY-MM-DD') as day, unit, kind, revision,
         on_time as "onTime", count(*) over (partition by operation_day, unit)::int as "forwardedRevisions"
       from daily_report_event where operation = $1 and state = 'forwarded'
       order by operation_day, unit, revision desc`,
      [operation],
    );
  }

  private states(operation: string): Promise<{ day: string; unit: string; state: KnownState }[]> {
    return this.dataSource.query(
      `select distinct on (operation_day, unit) to_char(operation_day, 'YYYY-MM-DD') as day, unit, state
       from daily_report_event e where operation = $1 and ${IS_STATE} order by operation_day, unit, sequence desc`,
      [operation],
    );
  }

  /** Units with an open question about the day's report. */
  async unitsQueried(operation: string, operationDay: string): Promise<Set<string>> {
    const open = await this.openQuestions(operation, operationDay);
    return new Set(open.map(({ unit }) => unit));
  }

  /** A question is open until it is answered or a further revision is forwarded; of one day or of all. */
  private openQuestions(operation: string, operationDay?: string): Promise<{ day: string; unit: string }[]> {
    return this.dataSource.query(
      `select to_char(operation_day, 'YYYY-MM-DD') as day, unit from (
         select distinct on (operation_day, unit) operation_day, unit, state from daily_report_event
         where operation = $1 and operation_day = coalesce($2::date, operation_day)
           and state in ('queried', 'query_answered', 'forwarded')
         order by operation_day, unit, sequence desc) newest
       where state = 'queried'`,
      [operation, operationDay],
    );
  }

  /** Countries whose contact point or deputy has signed the day, by code. */
  async signedCountries(operation: string, operationDay: string): Promise<SignedCountry[]> {
    return this.dataSource.query(
      `select country, ${sqlInstant('signed_at')} as "signedAt", capacity from national_day
       where operation = $1 and operation_day = $2 order by country collate "C"`,
      [operation, operationDay],
    );
  }
}
