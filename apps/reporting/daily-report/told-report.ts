import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { type ForwardedReport, type RevisionRecord } from './daily-report.records.js';
import { forwardedContent } from './forwarded-content.domain.js';
import { findingsOf } from './report-findings.domain.js';
import { reportReference, type ReportReference } from './report-reference.js';

/** What the OCU is told of a revision when it is forwarded: the content that may leave the country and its findings. */
@Injectable()
export class ToldReport {
  private readonly reference: ReportReference;

  constructor(@Inject(REFERENCE_DATA) reference: ReferenceData) {
    this.reference = reportReference(reference);
  }

  of(record: Pick<RevisionRecord, 'content'>): ForwardedReport {
    const content = forwardedContent(record.content);
    return { content, findings: findingsOf(content, this.reference) };
  }
}

/** Whether two forwarded contents say the same; when a report was prepared says nothing of its day. */
export function saysTheSame(one: DailyReportContent, other: DailyReportContent): boolean {
  const spoken = (content: DailyReportContent) => canonicalJson({ ...content, preparedAt: undefined });
  return spoken(one) === spoken(other);
}
