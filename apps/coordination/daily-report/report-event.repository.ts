import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  type DailyReportForwarded,
  type DailyReportRef,
  type NationalDaySigned,
} from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { type KnownState } from '../consolidation/coverage.domain.js';
import { type ReportTally } from '../consolidation/report-tally.domain.js';

/** What an event without content says of a report. */
export type ReportedState = Exclude<KnownState, 'forwarded'> | 'queried' | 'query_answered';

/** Keeps what reporting tells of daily reports: a row for every event on a unit's key, so that none can be missed unseen. */
@Injectable()
export class ReportEventRepository {
  async keepState(
    manager: EntityManager,
    report: DailyReportRef,
    state: ReportedState,
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
         reason, change, content_hash, content, findings, tally, nominal)
       values ($1, $2, $3, $4, 'forwarded', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
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
        report.change ?? null,
        report.contentHash,
        JSON.stringify(report.content),
        JSON.stringify(report.findings),
        JSON.stringify(tally),
        report.nominal ?? null,
      ],
    );
  }

  /** The newest signature of the country's day stands. */
  async keepSigned(manager: EntityManager, signed: NationalDaySigned): Promise<void> {
    await manager.query(
      `insert into national_day (operation, operation_day, country, signed_at, capacity, units)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (operation, operation_day, country) do update
       set signed_at = excluded.signed_at, capacity = excluded.capacity, units = excluded.units`,
      [
        signed.operation,
        signed.operationDay,
        signed.country,
        signed.signedAt,
        signed.capacity,
        JSON.stringify(signed.units),
      ],
    );
  }
}
