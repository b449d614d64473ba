import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import {
  type ForwardedReport,
  type RevisionHead,
  type RevisionKey,
  type RevisionRecord,
  type UnitDay,
  type UnitDayKey,
} from './daily-report.records.js';
import { openReport, ReportSeal, sealReport, type StoredReport } from '../nominal/report-seal.js';
import { type RevisionState } from './life-cycle/daily-report-states.domain.js';
import { type Standing } from './life-cycle/life-cycle.domain.js';

const HEAD_COLUMNS = `
  operation, unit, to_char(operation_day, 'YYYY-MM-DD') as "operationDay", revision, kind, state,
  consolidated_at is not null as "inClosedDay", submission_id as "submissionId", content_hash as "contentHash",
  based_on as "basedOn", reason, reason_text as "reasonText", change,
  ${sqlInstant('submitted_at')} as "submittedAt", submitted_by as "submittedBy",
  ${sqlInstant('forwarded_at')} as "forwardedAt", told_as as "toldAs"`;

const REVISION_COLUMNS = `${HEAD_COLUMNS}, content, findings, nominal`;

/** A revision as its table keeps it. */
type RevisionRow = RevisionRecord & StoredReport;

const placeOf = (key: RevisionKey): string => `revision ${key.unit} ${key.operationDay} ${key.revision}`;
const forwardedPlace = (key: RevisionKey): string => `forwarded ${placeOf(key)}`;

const OF_UNIT_DAY = 'operation = $1 and operation_day = $2 and unit = $3';

type UnitDayColumns = Omit<UnitDay, keyof UnitDayKey>;

const UNIT_DAY_COLUMNS = `
  newest_revision as "newestRevision", newest_forwarded_revision as "newestForwardedRevision",
  ${sqlInstant('first_forwarded_at')} as "firstForwardedAt", on_time as "onTime"`;

export const keyValues = (key: UnitDayKey): [string, string, string] => [
  key.operation,
  key.operationDay,
  key.unit,
];

const withoutNominal = <T extends StoredReport>({ nominal: _nominal, ...record }: T): Omit<T, 'nominal'> =>
  record;

/** What is written of a forwarding. */
export interface Forwarding {
  readonly at: string;
  readonly onTime: boolean;
  readonly toldAs: number;
  readonly report: ForwardedReport;
}

/**
 * Unit-days and their revisions. How a revision stands changes through `LifeCycle`, and for all that a closed day counts
 * through `ConsolidationRepository`.
 */
@Injectable()
export class DailyReportRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: ReportSeal,
  ) {}

  /** Creates the unit-day when it is new and locks its row until the transaction ends. */
  async lockUnitDay(manager: EntityManager, key: UnitDayKey): Promise<UnitDay> {
    const known = await this.lockKnown(manager, key);
    if (known) return known;
    // Given back unchanged, a row that somebody else has made meanwhile is locked.
    const rows: UnitDayColumns[] = await manager.query(
      `insert into unit_day (operation, operation_day, unit) values ($1, $2, $3)
       on conflict (operation, operation_day, unit) do update set newest_revision = unit_day.newest_revision
       returning ${UNIT_DAY_COLUMNS}`,
      keyValues(key),
    );
    const [row] = rows;
    if (!row) throw new Error(`Unit-day ${keyValues(key).join(' ')} vanished while it was being locked.`);
    return { ...key, ...row };
  }

  private async lockKnown(manager: EntityManager, key: UnitDayKey): Promise<UnitDay | undefined> {
    const [row]: (UnitDayColumns | undefined)[] = await manager.query(
      `select ${UNIT_DAY_COLUMNS} from unit_day where ${OF_UNIT_DAY} for update`,
      keyValues(key),
    );
    return row && { ...key, ...row };
  }

  async findUnitDay(
    key: UnitDayKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<UnitDay | undefined> {
    const [row]: (UnitDayColumns | undefined)[] = await manager.query(
      `select ${UNIT_DAY_COLUMNS} from unit_day where ${OF_UNIT_DAY}`,
      keyValues(key),
    );
    return row && { ...key, ...row };
  }

  async findRevision(
    key: UnitDayKey,
    revision: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RevisionRecord | undefined> {
    const rows: RevisionRow[] = await manager.query(
      `select ${REVISION_COLUMNS} from revision where ${OF_UNIT_DAY} and revision = $4`,
      [...keyValues(key), revision],
    );
    return (await this.opened(manager, key, rows))[0];
  }

  /** All revisions of a unit-day without their contents and findings, oldest first. */
  async heads(key: UnitDayKey): Promise<RevisionHead[]> {
    const { manager } = this.dataSource;
    const rows: RevisionRow[] = await manager.query(
      `select ${REVISION_COLUMNS} from revision where ${OF_UNIT_DAY} order by revision`,
      keyValues(key),
    );
    const records = await this.opened(manager, key, rows);
    return records.map(({ content: _content, findings: _findings, ...head }) => head);
  }

  /** All revisions of a unit-day, oldest first. */
  async revisions(
    key: UnitDayKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RevisionRecord[]> {
    const rows: RevisionRow[] = await manager.query(
      `select ${REVISION_COLUMNS} from revision where ${OF_UNIT_DAY} order by revision`,
      keyValues(key),
    );
    return this.opened(manager, key, rows);
  }

  /** The newest revision that has a number abroad. */
  async newestTold(
    key: UnitDayKey,
    manager: EntityManager,
  ): Promise<(RevisionRecord & { readonly toldAs: number }) | undefined> {
    const rows: (RevisionRow & { readonly toldAs: number })[] = await manager.query(
      `select ${REVISION_COLUMNS} from revision
       where ${OF_UNIT_DAY} and told_as is not null order by revision desc limit 1`,
      keyValues(key),
    );
    return (await this.opened(manager, key, rows))[0];
  }

  /** The revisions that share a number abroad, oldest first: that one was told, the later ones were not. */
  async toldAs(
    key: UnitDayKey,
    toldAs: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RevisionRecord[]> {
    const rows: RevisionRow[] = await manager.query(
      `select ${REVISION_COLUMNS} from revision where ${OF_UNIT_DAY} and told_as = $4 order by revision`,
      [...keyValues(key), toldAs],
    );
    return this.opened(manager, key, rows);
  }

  /** The revisions that were forwarded, oldest first. */
  async forwardedRevisions(
    key: UnitDayKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RevisionRecord[]> {
    const rows: RevisionRow[] = await manager.query(
      `select ${REVISION_COLUMNS} from revision
       where ${OF_UNIT_DAY} and forwarded_at is not null order by revision`,
      keyValues(key),
    );
    return this.opened(manager, key, rows);
  }

  /** The contents of revisions of one country, in this order. */
  async contentsOf(
    manager: EntityManager,
    keys: readonly RevisionKey[],
  ): Promise<(RevisionKey & Pick<RevisionRecord, 'content'>)[]> {
    const [first] = keys;
    if (!first) return [];
    const rows: (RevisionKey & StoredReport)[] = await manager.query(
      `select r.operation, r.unit, to_char(r.operation_day, 'YYYY-MM-DD') as "operationDay", r.revision, r.content,
         r.findings, r.nominal
       from unnest($2::date[], $3::text[], $4::int[]) with ordinality as k(operation_day, unit, revision, place)
       join revision r on r.operation = $1 and r.operation_day = k.operation_day and r.unit = k.unit
         and r.revision = k.revision
       order by k.place`,
      [
        first.operation,
        keys.map(({ operationDay }) => operationDay),
        keys.map(({ unit }) => unit),
        keys.map(({ revision }) => revision),
      ],
    );
    return this.opened(manager, first, rows);
  }

  /** What left the country of a revision; undefined where it was not forwarded. */
  async forwardedReport(
    key: UnitDayKey,
    revision: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ForwardedReport | undefined> {
    const [row]: { forwarded: ForwardedReport | null; nominal: Buffer | null }[] = await manager.query(
      `select forwarded, forwarded_nominal as nominal from revision where ${OF_UNIT_DAY} and revision = $4`,
      [...keyValues(key), revision],
    );
    if (!row?.forwarded) return undefined;
    const opening = await this.seal.opening(manager, key.operation, key.unit);
    const place = forwardedPlace({ ...key, revision });
    const { reasonText, ...opened } = openReport(opening, { ...row.forwarded, nominal: row.nominal }, place);
    return { ...row.forwarded, ...opened, ...(typeof reasonText === 'string' && { reasonText }) };
  }

  /** How the revisions of a unit-day stand. */
  async standings(manager: EntityManager, key: UnitDayKey): Promise<Standing[]> {
    return manager.query(
      `select revision, state, consolidated_at is not null as "inClosedDay" from revision
       where ${OF_UNIT_DAY} order by revision`,
      keyValues(key),
    );
  }

  /** The highest number up to a revision under which the OCU knows any; 0 where it knows none. */
  async lastTold(manager: EntityManager, key: UnitDayKey, upTo = 2_147_483_647): Promise<number> {
    const rows: { told: number }[] = await manager.query(
      `select coalesce(max(told_as), 0)::int as told from revision where ${OF_UNIT_DAY} and revision <= $4`,
      [...keyValues(key), upTo],
    );
    return rows[0]?.told ?? 0;
  }

  async insertRevision(manager: EntityManager, record: RevisionRecord): Promise<void> {
    const key = await this.seal.key(manager, record.operation, record.unit);
    const { content, findings, nominal } = sealReport(key, record, placeOf(record));
    await manager.query(
      `with kept as (
         insert into revision (operation, operation_day, unit, revision, kind, state, submission_id, content_hash,
           content, findings, based_on, reason, nominal, change, submitted_at, submitted_by, told_as)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       )
       update unit_day set newest_revision = $4 where ${OF_UNIT_DAY}`,
      [
        ...keyValues(record),
        record.revision,
        record.kind,
        record.state,
        record.submissionId,
        record.contentHash,
        JSON.stringify(content),
        JSON.stringify(findings),
        record.basedOn,
        record.reason,
        nominal,
        record.change,
        record.submittedAt,
        record.submittedBy,
        record.toldAs,
      ],
    );
  }

  async setState(manager: EntityManager, key: RevisionKey, state: RevisionState): Promise<void> {
    await manager.query(`update revision set state = $5 where ${OF_UNIT_DAY} and revision = $4`, [
      ...keyValues(key),
      key.revision,
      state,
    ]);
  }

  /** Records a forwarding with the state that it leads to; timeliness is written once and kept. */
  async setForwarded(
    manager: EntityManager,
    key: RevisionKey,
    { at, onTime, toldAs, report }: Forwarding,
  ): Promise<void> {
    const sealing = await this.seal.key(manager, key.operation, key.unit);
    const { nominal, ...kept } = sealReport(sealing, report, forwardedPlace(key));
    const contentHash = sha256Hex(canonicalJson(report.content));
    const forwarded = { ...kept, contentHash, ...(report.sharing && { sharing: report.sharing }) };
    await manager.query(
      `with forwarded as (
         update revision set state = 'forwarded', forwarded_at = $5, told_as = $6, forwarded = $7, forwarded_nominal = $9
         where ${OF_UNIT_DAY} and revision = $4
       )
       update unit_day
       set newest_forwarded_revision = $4, first_forwarded_at = coalesce(first_forwarded_at, $5),
           on_time = coalesce(on_time, $8)
       where ${OF_UNIT_DAY}`,
      [...keyValues(key), key.revision, at, toldAs, JSON.stringify(forwarded), onTime, nominal],
    );
  }

  private async opened<T extends RevisionKey & StoredReport>(
    manager: EntityManager,
    { operation, unit }: UnitDayKey,
    rows: readonly T[],
  ): Promise<Omit<T, 'nominal'>[]> {
    if (rows.length === 0) return [];
    const key = await this.seal.opening(manager, operation, unit);
    return rows.map((row) => ({ ...withoutNominal(row), ...openReport(key, row, placeOf(row)) }));
  }
}
