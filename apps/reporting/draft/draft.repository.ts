import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { type DataKey } from '#libs/nominal/data-key.js';
import { sqlInstant } from '#libs/persistence/sql-instant.js';
import { type UnitDayKey } from '../daily-report/daily-report.records.js';
import { openText, ReportSeal, sealText } from '../nominal/report-seal.js';
import { keyValues } from '../daily-report/daily-report.repository.js';
import {
  type Change,
  type Draft,
  type DraftContent,
  type DraftLine,
  type DraftLineContent,
} from './draft.records.js';

const OF_DRAFT = 'operation = $1 and operation_day = $2 and unit = $3';

/** The part of a draft that is no line; no line has this id. */
const REST = '';

const placeOf = ({ unit, operationDay }: UnitDayKey, part: string): string =>
  `draft ${unit} ${operationDay} ${part}`;

/** Parts are kept sealed; an empty one, and those of earlier versions, stand in the open. */
function openedPart<T>(key: DataKey | undefined, sealed: T | string, place: string): T {
  if (typeof sealed !== 'string') return sealed;
  return key ? (JSON.parse(openText(key, sealed, place)) as T) : ({} as T);
}

/** Drafts and their lines. */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: ReportSeal,
  ) {}

  /**
   * Version of the draft, 0 where there is none; locks its row until the transaction ends. A draft that is not there yet
   * has no row: whoever else asks for it waits all the same.
   */
  async lock(manager: EntityManager, key: UnitDayKey): Promise<number> {
    const name = ['draft', ...keyValues(key)].join('|');
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    const rows: { version: number }[] = await manager.query(
      `select case when sent_submission is null then version else 0 end as version from draft
       where ${OF_DRAFT} for update`,
      keyValues(key),
    );
    return rows[0]?.version ?? 0;
  }

  /**
   * Counts a change, and begins the draft where there is none. The row stays locked until the transaction ends.
   * @returns the new version
   */
  async touch(manager: EntityManager, key: UnitDayKey, { at, party }: Change): Promise<number> {
    const rows: { version: number }[] = await manager.query(
      `insert into draft (operation, operation_day, unit, draft_id, version, rest, changed_at, changed_by)
       values ($1, $2, $3, $4, 1, '{}', $5, $6)
       on conflict (operation, operation_day, unit) do update set
         version = draft.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
         draft_id = case when draft.sent_submission is null then draft.draft_id else excluded.draft_id end,
         sent_submission = null
       returning version`,
      [...keyValues(key), randomUUID(), at, party],
    );
    return rows[0]?.version ?? 0;
  }

  async writeRest(manager: EntityManager, key: UnitDayKey, rest: DraftContent): Promise<void> {
    await manager.query(`update draft set rest = $4 where ${OF_DRAFT}`, [
      ...keyValues(key),
      JSON.stringify(await this.sealed(manager, key, rest, REST)),
    ]);
  }

  /** Version and author of a line. */
  async findLine(
    manager: EntityManager,
    key: UnitDayKey,
    lineId: string,
  ): Promise<Pick<DraftLine, 'version' | 'author'> | undefined> {
    const rows: Pick<DraftLine, 'version' | 'author'>[] = await manager.query(
      `select version, author from draft_line where ${OF_DRAFT} and line_id = $4`,
      [...keyValues(key), lineId],
    );
    return rows[0];
  }

  async countLines(manager: EntityManager, key: UnitDayKey): Promise<number> {
    const rows: { count: number }[] = await manager.query(
      `select count(*)::int as count from draft_line where ${OF_DRAFT}`,
      keyValues(key),
    );
    return rows[0]?.count ?? 0;
  }

  /** Writes a line; its author is who entered it first. */
  async writeLine(
    manager: EntityManager,
    key: UnitDayKey,
    { lineId, version, author, line }: DraftLine,
  ): Promise<void> {
    await manager.query(
      `insert into draft_line (operation, operation_day, unit, line_id, version, author, line)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (operation, operation_day, unit, line_id) do update
         set version = excluded.version, line = excluded.line`,
      [
        ...keyValues(key),
        lineId,
        version,
        author,
        JSON.stringify(await this.sealed(manager, key, line, lineId)),
      ],
    );
  }

  async deleteLine(manager: EntityManager, key: UnitDayKey, lineId: string): Promise<void> {
    await manager.query(`delete from draft_line where ${OF_DRAFT} and line_id = $4`, [
      ...keyValues(key),
      lineId,
    ]);
  }

  /** Throws the draft away. */
  async delete(manager: EntityManager, key: UnitDayKey): Promise<void> {
    await manager.query(`delete from draft_line where ${OF_DRAFT}`, keyValues(key));
    await manager.query(`delete from draft where ${OF_DRAFT}`, keyValues(key));
  }

  /** Empties a draft that became a submission, unless it was changed since that version. */
  async markSent(
    manager: EntityManager,
    key: UnitDayKey,
    version: number,
    submissionId: string,
  ): Promise<void> {
    const updated: [unknown[], number] = await manager.query(
      `update draft set rest = '{}', sent_submission = $5 where ${OF_DRAFT} and version = $4`,
      [...keyValues(key), version, submissionId],
    );
    if (updated[1] > 0) await manager.query(`delete from draft_line where ${OF_DRAFT}`, keyValues(key));
  }

  /** The draft as it stands at one moment. */
  async find(key: UnitDayKey): Promise<Draft | undefined> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const [draft]: Omit<Draft, 'lines' | keyof UnitDayKey>[] = await manager.query(
        `select draft_id as "draftId", version, rest, ${sqlInstant('changed_at')} as "changedAt",
                changed_by as "changedBy"
         from draft where ${OF_DRAFT} and sent_submission is null`,
        keyValues(key),
      );
      if (!draft) return undefined;
      const lines: { lineId: string; version: number; author: string; line: DraftLineContent }[] =
        await manager.query(
          `select line_id as "lineId", version, author, line from draft_line where ${OF_DRAFT} order by place`,
          keyValues(key),
        );
      const opening = await this.seal.opening(manager, key.operation, key.unit);
      const open = <T>(sealed: T | string, part: string): T =>
        openedPart(opening, sealed, placeOf(key, part));
      return {
        ...key,
        ...draft,
        rest: open(draft.rest, REST),
        lines: lines.map((one) => ({ ...one, line: open(one.line, one.lineId) })),
      };
    });
  }

  private async sealed(manager: EntityManager, key: UnitDayKey, part: object, name: string): Promise<string> {
    const sealing = await this.seal.key(manager, key.operation, key.unit);
    return sealText(sealing, JSON.stringify(part), placeOf(key, name));
  }

  /** The submission that the last draft of the day became; undefined where a draft is there or never was. */
  async sentSubmission(key: UnitDayKey): Promise<string | undefined> {
    const rows: { sent: string | null }[] = await this.dataSource.query(
      `select sent_submission as sent from draft where ${OF_DRAFT}`,
      keyValues(key),
    );
    return rows[0]?.sent ?? undefined;
  }
}
