import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { found, type Check } from './finding-check.js';

/** A report that reports nothing: a day without traffic is a nil report, which says why. */
export const checkEmpty: Check<DailyReportContent> = ({ kind, lines, cases, followUps, counters }) => {
  const isEmpty = [lines, cases, followUps, counters].every((records) => (records ?? []).length === 0);
  return kind === 'report' && isEmpty ? [found('kind', 'report.empty')] : [];
};
