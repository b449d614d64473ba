import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';
import { keyValues } from '../daily-report/daily-report.repository.js';
import { openText, ReportSeal, sealText } from '../nominal/report-seal.js';
import { type IdentifiedFinding } from './finding-identity.domain.js';
import { type FindingEntry } from './finding-state.domain.js';

type EntryRow = Omit<FindingEntry, 'text' | 'language'> & {
  readonly text: FindingEntry['text'] | null;
  readonly language: FindingEntry['language'] | null;
};

const placeOf = ({ unit, operationDay }: UnitDayKey, { findingId }: { readonly findingId: string }): string =>
  `finding ${unit} ${operationDay} ${findingId}`;

/** What was said about findings; entries are only ever added. */
@Injectable()
export class FindingEntryRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: ReportSeal,
  ) {}

  /** Everything said about the findings of a unit-day, oldest first, by finding. */
  async ofUnitDay(
    key: UnitDayKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly FindingEntry[]>> {
    const rows: EntryRow[] = await manager.query(
      `select finding_id as "findingId", value_hash as "valueHash", kind, text, language, ${sqlInstant('at')} as at, party
       from finding_entry where operation = $1 and operation_day = $2 and unit = $3 order by id`,
      keyValues(key),
    );
    const entries = new Map<string, FindingEntry[]>();
    const opening = rows.length > 0 ? await this.seal.opening(manager, key.operation, key.unit) : undefined;
    for (const { text: sealed, language, ...row } of rows) {
      const text =
        sealed === null || sealed === undefined ? undefined : openText(opening, sealed, placeOf(key, row));
      const entry = { ...row, text, language: language ?? undefined };
      entries.set(row.findingId, [...(entries.get(row.findingId) ?? []), entry]);
    }
    return entries;
  }

  async add(
    manager: EntityManager,
    key: UnitDayKey,
    { finding: { code }, subject }: IdentifiedFinding,
    entry: FindingEntry,
  ): Promise<void> {
    const { findingId, valueHash, kind, text: said, language = null, at, party } = entry;
    const sealing = await this.seal.key(manager, key.operation, key.unit);
    const text = said === undefined ? null : sealText(sealing, said, placeOf(key, entry));
    await manager.query(
      `insert into finding_entry (operation, operation_day, unit, finding_id, code, subject, value_hash, kind, text,
         language, at, party)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [...keyValues(key), findingId, code, subject, valueHash, kind, text, language, at, party],
    );
  }
}
