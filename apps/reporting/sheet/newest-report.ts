import { Injectable } from '@nestjs/common';
import { DailyReportRepository } from '../daily-report/daily-report.repository.js';
import { type RevisionRecord, type UnitDayKey } from '../daily-report/daily-report.records.js';

/** What stands of a unit's day: a correction starts from it. */
@Injectable()
export class NewestReport {
  constructor(private readonly reports: DailyReportRepository) {}

  /** The newest revision, whatever its state; undefined where nothing was sent. */
  async find(key: UnitDayKey): Promise<RevisionRecord | undefined> {
    const unitDay = await this.reports.findUnitDay(key);
    return unitDay && (await this.reports.findRevision(key, unitDay.newestRevision));
  }
}
