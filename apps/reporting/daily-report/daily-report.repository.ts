import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type RevisionState } from './daily-report-states.domain.js';
import {
  type RevisionRecord,
  type StateChange,
  type UnitDay,
  type UnitDayKey,
} from './daily-report.records.js';

const REVISION_COLUMNS = `
  operation, unit, to_char(operation_day, 'YYYY-MM-DD') as "operationDay", revision, kind, state,
  submission_id as "submissionId", content_hash as "contentHash", content, findings, based_on as "basedOn", reason,
  reason_text as "reasonText", ${sqlInstant('submitted_at')} as "submittedAt", submitted_by as "submittedBy",
  ${sqlInstant('forwarded_at')} as "forwardedAt"`;

type UnitDayColumns = Omit<UnitDay, keyof UnitDayKey>;

const SELECT_UNIT_DAY = `
  select newest_revision as "newestRevision", newest_forwarded_revision as "newestForwardedRevision",
    ${sqlInstant('first_forwarded_at')} as "firstForwardedAt", on_time as "onTime"
  from unit_day where operation = $1 and operation_day = $2 and unit = $3`;

const keyOf = (key: UnitDayKey): [string, string, string] => [key.operation, key.operationDay, key.unit];

/** Unit-days, their revisions and changes of state. */
@Injectable()
export class DailyReportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Creates the unit-day when it is new and locks its row until the transaction ends. */
  async lockUnitDay(manager: EntityManager, key: UnitDayKey): Promise<UnitDay> {
    await manager.query(
      'insert into unit_day (operation, operation_day, unit) values ($1, $2, $3) on conflict do nothing',
      keyOf(key),
    );
    const rows: UnitDayColumns[] = await manager.query(`${SELECT_UNIT_DAY} for update`, keyOf(key));
    const [row] = rows;
    if (!row) throw new Error(`Unit-day ${keyOf(key).join(' ')} vanished while it was being locked.`);
    return { ...key, ...row };
  }

  async findUnitDay(key: UnitDayKey): Promise<UnitDay | undefined> {
    const [row]: (UnitDayColumns | undefined)[] = await this.dataSource.query(SELECT_UNIT_DAY, keyOf(key));
    return row && { ...key, ...row };
  }

  async findRevision(
    key: UnitDayKey,
    revision: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RevisionRecord | undefined> {
    const rows: RevisionRecord[] = await manager.query(
      `select ${REVISION_COLUMNS} from revision
       where operation = $1 and operation_day = $2 and unit = $3 and revision = $4`,
      [...keyOf(key), revision],
    );
    return rows[0];
  }

  async insertRevision(manager: EntityManager, record: RevisionRecord): Promise<void> {
    await manager.query(
      `insert into revision (operation, operation_day, unit, revision, kind, state, submission_id, content_hash,
         content, findings, based_on, reason, reason_text, submitted_at, submitted_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...keyOf(record),
        record.revision,
        record.kind,
        record.state,
        record.submissionId,
        record.contentHash,
        JSON.stringify(record.content),
        JSON.stringify(record.findings),
        record.basedOn,
        record.reason,
        record.reasonText,
        record.submittedAt,
        record.submittedBy,
      ],
    );
    await manager.query(
      'update unit_day set newest_revision = $4 where operation = $1 and operation_day = $2 and unit = $3',
      [...keyOf(record), record.revision],
    );
  }

  async changeState(
    manager: EntityManager,
    key: UnitDayKey,
    revision: number,
    state: RevisionState,
  ): Promise<void> {
    await manager.query(
      'update revision set state = $5 where operation = $1 and operation_day = $2 and unit = $3 and revision = $4',
      [...keyOf(key), revision, state],
    );
  }

  /** Records the forwarding; timeliness is written once and kept. */
  async markForwarded(
    manager: EntityManager,
    key: UnitDayKey,
    revision: number,
    forwardedAt: string,
    onTime: boolean,
  ): Promise<void> {
    await manager.query(
      `update revision set state = 'forwarded', forwarded_at = $5
       where operation = $1 and operation_day = $2 and unit = $3 and revision = $4`,
      [...keyOf(key), revision, forwardedAt],
    );
    await manager.query(
      `update unit_day
       set newest_forwarded_revision = $4, first_forwarded_at = coalesce(first_forwarded_at, $5),
           on_time = coalesce(on_time, $6)
       where operation = $1 and operation_day = $2 and unit = $3`,
      [...keyOf(key), revision, forwardedAt, onTime],
    );
  }

  async recordStateChange(manager: EntityManager, key: UnitDayKey, change: StateChange): Promise<void> {
    await manager.query(
      `insert into state_change (operation, operation_day, unit, revision, from_state, to_state, action, at, party, reasons)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...keyOf(key),
        change.revision,
        change.fromState,
        change.toState,
        change.action,
        change.at,
        change.party,
        change.reasons ? JSON.stringify(change.reasons) : null,
      ],
    );
  }

  /** All revisions of a unit-day, oldest first. */
  async revisions(key: UnitDayKey): Promise<RevisionRecord[]> {
    return this.dataSource.query(
      `select ${REVISION_COLUMNS} from revision where operation = $1 and operation_day = $2 and unit = $3 order by revision`,
      keyOf(key),
    );
  }

  /** All changes of state of a unit-day, oldest first. */
  async stateChanges(key: UnitDayKey): Promise<StateChange[]> {
    const rows: (StateChange & { reasons: StateChange['reasons'] | null })[] = await this.dataSource.query(
      `select revision, from_state as "fromState", to_state as "toState", action, ${sqlInstant('at')} as at, party, reasons
       from state_change where operation = $1 and operation_day = $2 and unit = $3 order by id`,
      keyOf(key),
    );
    return rows.map(({ reasons, ...change }) => ({ ...change, ...(reasons && { reasons }) }));
  }
}
