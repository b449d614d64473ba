import { type ForwardedReport, type RevisionRecord } from '../daily-report.records.js';
import { type ReportCircumstances } from '../findings/finding-check.js';
import { forwardedContent, namesWithheld } from './forwarded-content.domain.js';
import { forwardedFindings } from '../findings/report-findings.domain.js';
import { type ReportReference } from '../findings/report-reference.js';
import { type WithheldElsewhere } from './withheld-records.domain.js';

/** The operation and the unit of a report. */
export type ReportPlace = Pick<ReportCircumstances, 'plan' | 'unit'>;

/**
 * All that leaves the country of a revision: the same as if its withheld records had never been entered.
 * @param elsewhere withheld records of other days and units of the country
 */
export function forwardedReport(
  { content, reasonText }: Pick<RevisionRecord, 'content' | 'reasonText'>,
  elsewhere: WithheldElsewhere,
  reference: ReportReference,
  place: ReportPlace,
): ForwardedReport {
  const forwarded = forwardedContent(content, elsewhere);
  const staysHome = reasonText === null || namesWithheld(reasonText, content, elsewhere);
  return {
    content: forwarded,
    findings: forwardedFindings(forwarded, reference, place),
    ...(!staysHome && { reasonText }),
  };
}
