import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { type ReportCircumstances } from '../daily-report/findings/finding-check.js';
import { findingsOf } from '../daily-report/findings/report-findings.domain.js';
import { reportReference } from '../daily-report/findings/report-reference.js';
import { PLAN } from './a-submission.js';

/** The reference data of the product, as the checks of a report need it. */
export const REFERENCE = reportReference(loadReferenceData(defaultReferenceFolder()));

/** A unit in Kabul (+04:30) whose days begin at 09:00. */
export const KABUL: ReportCircumstances = {
  plan: { ...PLAN, dayStartsAt: '09:00' },
  unit: { timeZone: 'Asia/Kabul', country: 'AF' },
};

/** `field code [detail]` of each finding whose code begins so. */
export function told(findings: readonly Finding[], ...beginnings: string[]): string[] {
  return findings
    .filter(
      ({ code }) => beginnings.length === 0 || beginnings.some((beginning) => code.startsWith(beginning)),
    )
    .map(({ field, code, detail }) =>
      [field, code, ...(detail === undefined ? [] : [`[${detail}]`])].join(' '),
    );
}

/** What is found in a report, told as above. */
export function toldOf(
  content: DailyReportContent,
  beginnings: readonly string[],
  circumstances: ReportCircumstances = {},
): string[] {
  return told(findingsOf(content, REFERENCE, circumstances), ...beginnings);
}
