import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type DataKey } from '#libs/nominal/data-key.js';
import { ERASED } from '#libs/nominal/erased.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import {
  type Capacity,
  type Channel,
  type RevisionKey,
  type StateChange,
  type UnitDayKey,
} from '../daily-report.records.js';
import { openText, ReportSeal, sealText } from '../../nominal/report-seal.js';
import { keyValues } from '../daily-report.repository.js';

type Row = Omit<StateChange, 'origin' | 'reasons'> & {
  readonly channel: Channel;
  readonly capacity: Capacity | null;
  /** Sealed; a list where an earlier version kept it in the open. */
  readonly reasons: string | StateChange['reasons'] | null;
};

type StateChangeKey = Pick<StateChange, 'revision' | 'action'>;

const SELECT = `
  select revision, from_state as "fromState", to_state as "toState", action, ${sqlInstant('at')} as at,
    local_at as "localAt", party, channel, capacity, reasons
  from state_change where operation = $1 and operation_day = $2 and unit = $3`;

/** Every change of state with who, when, from where and why; nothing is ever taken out. */
@Injectable()
export class StateChangeRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: ReportSeal,
  ) {}

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
        change.reasons ? JSON.stringify(await this.sealed(manager, key, change)) : null,
      ],
    );
  }

  /** All changes of state of a unit-day, oldest first. */
  async ofUnitDay(key: UnitDayKey, manager: EntityManager = this.dataSource.manager): Promise<StateChange[]> {
    const rows: Row[] = await manager.query(`${SELECT} order by id`, keyValues(key));
    return this.opened(manager, key, rows);
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
    return (await this.opened(manager, key, rows))[0];
  }

  private async sealed(manager: EntityManager, key: UnitDayKey, change: StateChange): Promise<string> {
    const sealing = await this.seal.key(manager, key.operation, key.unit);
    return sealText(sealing, JSON.stringify(change.reasons), placeOf(key, change));
  }

  private async opened(
    manager: EntityManager,
    key: UnitDayKey,
    rows: readonly Row[],
  ): Promise<StateChange[]> {
    const isSealed = rows.some(({ reasons }) => typeof reasons === 'string');
    const opening = isSealed ? await this.seal.opening(manager, key.operation, key.unit) : undefined;
    return rows.map((row) => changeOf(opening, key, row));
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

const placeOf = ({ unit, operationDay }: UnitDayKey, { revision, action }: StateChangeKey): string =>
  `reasons ${unit} ${operationDay} ${revision} ${action}`;

function changeOf(key: DataKey | undefined, unitDay: UnitDayKey, row: Row): StateChange {
  const { channel, capacity, reasons, ...change } = row;
  const origin = { channel, ...(capacity !== null && { capacity }) };
  const opened =
    typeof reasons === 'string' ? openReasons(key, reasons, placeOf(unitDay, row)) : (reasons ?? undefined);
  return { ...change, origin, ...(opened && { reasons: opened }) };
}

function openReasons(
  key: DataKey | undefined,
  sealed: string,
  place: string,
): NonNullable<StateChange['reasons']> {
  if (!key) return [{ text: ERASED, language: 'en' }];
  return JSON.parse(openText(key, sealed, place)) as NonNullable<StateChange['reasons']>;
}
