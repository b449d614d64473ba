import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { asService } from '#libs/persistence/scope/database-scope.js';
import { type ForwardedReport, type UnitDayKey } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { namesUnshared } from './shared-content.domain.js';
import { WithheldElsewhereRepository } from './withheld-elsewhere.repository.js';
import { withheldRecords } from './withheld-records.domain.js';

/** Tells which texts about the report of a day stay in the country. */
@Injectable()
export class NamedWithheld {
  constructor(
    private readonly reports: DailyReportRepository,
    private readonly withheld: WithheldElsewhereRepository,
  ) {}

  /**
   * Whether a text names what is withheld in any revision of the day or elsewhere in the country, or holds a value of a
   * forwarded revision that its country did not share.
   * @param manager within a transaction, which may not wait for a second connection; else the service itself reads, because
   * the OCU, for which texts are left out, is shown none of these rows
   */
  async of(key: UnitDayKey, manager?: EntityManager): Promise<(text: string) => boolean> {
    const read = () => this.read(key, manager);
    const { revisions, forwarded, elsewhere } = await (manager ? read() : asService(read));
    const records = revisions.map(({ content }) => withheldRecords(content, elsewhere));
    const unshared = forwarded.map(({ content, sharing = 'full' }) => namesUnshared(content, sharing));
    return (text) => records.some(({ named }) => named.areIn(text)) || unshared.some((names) => names(text));
  }

  private async read(key: UnitDayKey, manager?: EntityManager) {
    const revisions = await this.reports.revisions(key, manager);
    const forwarded: ForwardedReport[] = [];
    for (const { revision, forwardedAt } of revisions) {
      const report =
        forwardedAt === null ? undefined : await this.reports.forwardedReport(key, revision, manager);
      if (report) forwarded.push(report);
    }
    return { revisions, forwarded, elsewhere: await this.withheld.of(key, manager) };
  }
}
