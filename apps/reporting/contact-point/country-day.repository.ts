import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type CountryDayKey, type SignatureRecord, type UnitStanding } from './country-day.records.js';

const OF_DAY = 'operation = $1 and country = $2 and operation_day = $3';
const keyOf = (key: CountryDayKey): string[] => [key.operation, key.country, key.operationDay];

/** The day of a country over all its units, and the signatures under it. */
@Injectable()
export class CountryDayRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How the reports of these units stand, by unit; a unit without a report is not there. */
  async standings(
    { operation, operationDay }: Omit<CountryDayKey, 'country'>,
    units: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, UnitStanding>> {
    const rows: UnitStanding[] = await manager.query(
      `select d.unit, r.revision, r.kind, r.state, ${sqlInstant('r.submitted_at')} as "submittedAt",
         ${sqlInstant('coalesce(c.at, r.submitted_at)')} as since, d.on_time as "onTime",
         (select count(*)::int from jsonb_array_elements(r.findings) as finding
          where finding->>'severity' = 'warning') as warnings,
         f.revision as "forwardedRevision", ${sqlInstant('f.forwarded_at')} as "forwardedAt",
         f.content_hash as "forwardedHash", f.told_as as "toldAs"
       from unit_day d
       join revision r using (operation, operation_day, unit)
       left join revision f on f.operation = d.operation and f.operation_day = d.operation_day and f.unit = d.unit
         and f.revision = d.newest_forwarded_revision
       left join lateral (select max(at) as at from state_change s where s.operation = d.operation
         and s.operation_day = d.operation_day and s.unit = d.unit and s.revision = r.revision) c on true
       where d.operation = $1 and d.operation_day = $2 and d.unit = any($3) and r.revision = d.newest_revision`,
      [operation, operationDay, units],
    );
    return new Map(rows.map((row) => [row.unit, row]));
  }

  /** Waits for whoever signs the same day at this moment. */
  async lockSigning(manager: EntityManager, key: CountryDayKey): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      ['national-day', ...keyOf(key)].join('|'),
    ]);
  }

  /** All signatures of the day, oldest first. */
  async signatures(
    key: CountryDayKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SignatureRecord[]> {
    return manager.query(
      `select number, ${sqlInstant('signed_at')} as "signedAt", signed_by as "signedBy", capacity, hash, units
       from national_day_signature where ${OF_DAY} order by number`,
      keyOf(key),
    );
  }

  async insertSignature(
    manager: EntityManager,
    key: CountryDayKey,
    signature: SignatureRecord,
  ): Promise<void> {
    const { number, signedAt, signedBy, capacity, hash, units } = signature;
    await manager.query(
      `insert into national_day_signature (operation, country, operation_day, number, signed_at, signed_by, capacity,
         hash, units)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [...keyOf(key), number, signedAt, signedBy, capacity, hash, JSON.stringify(units)],
    );
  }
}
