import { Injectable } from '@nestjs/common';
import { asService } from '#libs/persistence/scope/database-scope.js';
import { type UnitDayKey } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
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
   * Whether a text names what is withheld in any revision of the day or elsewhere in the country. Read by the service
   * itself: the OCU, for which texts are left out, is shown none of these rows.
   */
  async of(key: UnitDayKey): Promise<(text: string) => boolean> {
    const elsewhere = await asService(() => this.withheld.of(key));
    const revisions = await asService(() => this.reports.revisions(key));
    const records = revisions.map(({ content }) => withheldRecords(content, elsewhere));
    return (text) => records.some(({ named }) => named.areIn(text));
  }
}
