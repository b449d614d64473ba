import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type RevisionKey, type UnitDayKey } from '../daily-report.records.js';
import { type Standing } from './life-cycle.domain.js';
import { type RevisionState } from './daily-report-states.domain.js';

/** A revision of the operation by the number under which the OCU knows it. */
export interface ToldRevision extends Omit<UnitDayKey, 'operation'> {
  readonly toldAs: number;
}

/** How a revision of the operation stands before a closed day counts it. */
export type AwaitingRevision = Omit<RevisionKey, 'operation'> & Standing;

/** What a closed day makes of a revision. */
export interface ConsolidationStep extends AwaitingRevision {
  readonly toState: RevisionState;
  /** The instant of closing on the unit's clocks. */
  readonly localAt: string;
}

/** What a closed day counts, in as many statements for thousands of units as for one. */
@Injectable()
export class ConsolidationRepository {
  /**
   * Locks the unit-days until the transaction ends, and finds the revisions with these numbers that no closed day counts
   * yet; of one number there can be several.
   */
  async lockAwaiting(
    manager: EntityManager,
    operation: string,
    told: readonly ToldRevision[],
  ): Promise<AwaitingRevision[]> {
    const days = told.map(({ operationDay }) => operationDay);
    const units = told.map(({ unit }) => unit);
    // One order for everybody, so that two who lock several cannot deadlock.
    await manager.query(
      `select 1 from unit_day
       where operation = $1 and (operation_day, unit) in (select * from unnest($2::date[], $3::text[]))
       order by operation_day, unit for update`,
      [operation, days, units],
    );
    return manager.query(
      `select to_char(operation_day, 'YYYY-MM-DD') as "operationDay", unit, revision, state, false as "inClosedDay"
       from revision
       where operation = $1 and consolidated_at is null
         and (operation_day, unit, told_as) in (select * from unnest($2::date[], $3::text[], $4::int[]))`,
      [operation, days, units, told.map(({ toldAs }) => toldAs)],
    );
  }

  /** Writes the steps and keeps each with who and when. */
  async keep(
    manager: EntityManager,
    operation: string,
    steps: readonly ConsolidationStep[],
    { at, party }: { readonly at: string; readonly party: string },
  ): Promise<void> {
    await manager.query(
      `with step as (
         select * from unnest($4::date[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[])
           as step(operation_day, unit, revision, from_state, to_state, local_at)
       ), consolidated as (
         update revision set state = step.to_state, consolidated_at = $2 from step
         where revision.operation = $1 and revision.operation_day = step.operation_day
           and revision.unit = step.unit and revision.revision = step.revision
       )
       insert into state_change (operation, operation_day, unit, revision, from_state, to_state, action, at, local_at,
         party, channel)
       select $1, operation_day, unit, revision, from_state, to_state, 'consolidate', $2, local_at, $3, 'system'
       from step`,
      [
        operation,
        at,
        party,
        steps.map(({ operationDay }) => operationDay),
        steps.map(({ unit }) => unit),
        steps.map(({ revision }) => revision),
        steps.map(({ state }) => state),
        steps.map(({ toState }) => toState),
        steps.map(({ localAt }) => localAt),
      ],
    );
  }
}
