import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type UnitDay } from '../daily-report/daily-report.records.js';
import { DailyReportRepository } from '../daily-report/daily-report.repository.js';
import { ShareReport } from '../daily-report/forwarded/share-report.js';
import { identified, type IdentifiedFinding } from './finding-identity.domain.js';

/** The findings of a revision, named. */
export interface RevisionFindings {
  /** The number under which the reader knows the revision. */
  readonly revision: number;
  readonly findings: readonly IdentifiedFinding[];
}

/** Finds what is found in the report of a day: the country sees its newest revision, the OCU what was forwarded. */
@Injectable()
export class FindFindings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: DailyReportRepository,
    private readonly shareReport: ShareReport,
  ) {}

  /** Undefined where the unit sent no report. */
  async national(
    unitDay: UnitDay,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RevisionFindings | undefined> {
    const record = await this.reports.findRevision(unitDay, unitDay.newestRevision, manager);
    return record && { revision: record.revision, findings: identified(record.findings, record.content) };
  }

  /** Undefined where nothing was forwarded. */
  async forwarded(
    unitDay: UnitDay,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RevisionFindings | undefined> {
    const revision = unitDay.newestForwardedRevision ?? 0;
    const record = await this.reports.findRevision(unitDay, revision, manager);
    const report = record && (await this.reports.forwardedReport(unitDay, revision, manager));
    if (!report) return undefined;
    const { findings } = await this.shareReport.shared(unitDay, report, manager);
    return { revision: record.toldAs ?? revision, findings: identified(findings, report.content) };
  }
}
