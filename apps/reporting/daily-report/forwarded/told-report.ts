import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { type ForwardedReport, type RevisionRecord } from '../daily-report.records.js';
import { forwardedContent } from './forwarded-content.domain.js';
import { forwardedReport } from './forwarded-report.domain.js';
import { reportReference, type ReportReference } from '../findings/report-reference.js';
import { WithheldElsewhereRepository } from './withheld-elsewhere.repository.js';

/** What the OCU is told of a revision when it is forwarded: what may leave the country, and the findings on that. */
@Injectable()
export class ToldReport {
  private readonly reference: ReportReference;

  constructor(
    private readonly withheld: WithheldElsewhereRepository,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.reference = reportReference(reference);
  }

  /** The contents as they would be told at one and the same moment, of revisions of one unit-day. */
  async contents(
    records: readonly RevisionRecord[],
    manager?: EntityManager,
  ): Promise<readonly DailyReportContent[]> {
    const [first] = records;
    if (!first) return [];
    const elsewhere = await this.withheld.of(first, manager);
    return records.map(({ content }) => forwardedContent(content, elsewhere));
  }

  /** @param plan of the operation, as the command at hand has read it */
  async of(record: RevisionRecord, plan: OperationPlan, manager?: EntityManager): Promise<ForwardedReport> {
    const elsewhere = await this.withheld.of(record, manager);
    const unit = plan.units.find(({ id }) => id === record.unit);
    return forwardedReport(record, elsewhere, this.reference, { plan, ...(unit && { unit }) });
  }
}

/** Whether two forwarded contents say the same; when a report was prepared says nothing of its day. */
export function saysTheSame(one: DailyReportContent, other: DailyReportContent): boolean {
  const spoken = (content: DailyReportContent) => canonicalJson({ ...content, preparedAt: undefined });
  return spoken(one) === spoken(other);
}
