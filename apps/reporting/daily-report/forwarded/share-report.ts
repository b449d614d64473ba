import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type DailyReportForwarded } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import {
  type OperationPlan,
  type SharingProfile,
} from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { countryOfUnit, NominalKeys } from '#libs/nominal/nominal-keys.js';
import { sealTold } from '#libs/nominal/told-report.js';
import { ReportSeal, withoutDetails } from '../../nominal/report-seal.js';
import { type ForwardedReport, type UnitDayKey } from '../daily-report.records.js';
import { type Forwarding } from '../daily-report.repository.js';
import { sharedReport } from './shared-content.domain.js';

/** The profile of the country that a unit belongs to. A country that the Plan does not name any more shares the least. */
export function sharingOf(plan: Pick<OperationPlan, 'countries'>, { unit }: UnitDayKey): SharingProfile {
  const country = plan.countries.find(({ code }) => code === countryOfUnit(unit));
  return country?.sharing ?? 'totals_only';
}

/** What the OCU is given of a forwarded report: as much as the profile of its country shares. */
@Injectable()
export class ShareReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: NominalKeys,
    private readonly seal: ReportSeal,
  ) {}

  /** For the OCU's people to read. */
  async shared(
    { operation }: UnitDayKey,
    report: ForwardedReport,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ForwardedReport> {
    const profile = report.sharing ?? 'full';
    if (profile === 'full') return report;
    const pseudonyms = await this.keys.pseudonymsOrErased(manager, operation);
    return sharedReport(report, profile, pseudonyms);
  }

  /** For the event: pseudonyms in the open, the rest sealed. @throws ProblemError 410 once nominal data was erased */
  async sealed(
    manager: EntityManager,
    key: UnitDayKey,
    { report, toldAs }: Forwarding,
  ): Promise<Pick<DailyReportForwarded, 'content' | 'findings' | 'nominal'>> {
    const { operation, unit, operationDay } = key;
    const pseudonyms = await this.seal.pseudonyms(manager, operation);
    const sealing = { key: await this.seal.key(manager, operation, unit), pseudonyms };
    const shared = sharedReport(report, report.sharing ?? 'full', pseudonyms);
    return {
      ...sealTold(sealing, { unit, operationDay, revision: toldAs }, shared),
      findings: withoutDetails(shared.findings),
    };
  }
}
