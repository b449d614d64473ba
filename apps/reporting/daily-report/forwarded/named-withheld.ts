import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
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
   * Whether a text names what is withheld in any revision of the day or elsewhere in the country.
   * @param manager within a transaction, which may not wait for a second connection; else the service itself reads, because
   * the OCU, for which texts are left out, is shown none of these rows
   */
  async of(key: UnitDayKey, manager?: EntityManager): Promise<(text: string) => boolean> {
    const read = async () =>
      [await this.reports.revisions(key, manager), await this.withheld.of(key, manager)] as const;
    const [revisions, elsewhere] = await (manager ? read() : asService(read));
    const records = revisions.map(({ content }) => withheldRecords(content, elsewhere));
    return (text) => records.some(({ named }) => named.areIn(text));
  }
}
