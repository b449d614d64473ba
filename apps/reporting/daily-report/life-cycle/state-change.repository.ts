import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import {
  type Capacity,
  type Channel,
  type RevisionKey,
  type StateChange,
  type UnitDayKey,
} from '../daily-report.records.js';
import { keyValues } from '../daily-report.repository.js';

type Row = Omit<StateChange, 'origin' | 'reasons'> & {
  readonly channel: Channel;
  readonly capacity: Capacity | null;
  readonly reasons: StateChange['reasons'] | null;
};

const SELECT = `
  select revision, from_state as "fromState", to_state as "toState", action, ${sqlInstant('at')} as at,
    local_at as "localAt", party, channel, capacity, reasons
  from state_change where operation = $1 and operation_day = $2 and unit = $3`;

/** Every change of state with who, when, from where and why; nothing is ever taken out. */
@Injectable()
export class StateChangeRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, key: UnitDayKey, change: StateChange): Promise<void> {
    await manager.query(
      `insert into state_change (operation, operation_day, unit, revision, from_state, to_state, action, at, local_at,
         party, channel, capacity, reasons)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...keyValues(key),
        change.revision,
        change.fromState,
        change.toState,
        change.action,
        change.at,
        change.localAt,
        change.party,
        change.origin.channel,
        change.origin.capacity ?? null,
        change.reasons ? JSON.stringify(change.reasons) : null,
      ],
    );
  }

  /** All changes of state of a unit-day, oldest first. */
  async ofUnitDay(key: UnitDayKey, manager: EntityManager = this.dataSource.manager): Promise<StateChange[]> {
    const rows: Row[] = await manager.query(`${SELECT} order by id`, keyValues(key));
    return rows.map(changeOf);
  }

  /** What a person last did to a revision. */
  async lastOf(
    manager: EntityManager,
    key: UnitDayKey & { readonly revision: number },
  ): Promise<StateChange | undefined> {
    const rows: Row[] = await manager.query(
      `${SELECT} and revision = $4 and action <> 'consolidate' order by id desc limit 1`,
      [...keyValues(key), key.revision],
    );
    return rows[0] && changeOf(rows[0]);
  }

  /** Whether another revision that the OCU knows under the same number was held. */
  async wasHeld(manager: EntityManager, key: RevisionKey, toldAs: number): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select 1 from state_change s join revision r using (operation, operation_day, unit, revision)
       where s.operation = $1 and s.operation_day = $2 and s.unit = $3 and s.revision <> $4 and s.action = 'hold'
         and r.told_as = $5
       limit 1`,
      [...keyValues(key), key.revision, toldAs],
    );
    return rows.length > 0;
  }
}

function changeOf({ channel, capacity, reasons, ...change }: Row): StateChange {
  const origin = { channel, ...(capacity !== null && { capacity }) };
  return { ...change, origin, ...(reasons && { reasons }) };
}
