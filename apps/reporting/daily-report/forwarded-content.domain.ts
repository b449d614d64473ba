import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';

/**
 * What leaves the country: the content without withheld lines and cases. A case keeps no reference to a withheld line.
 */
export function forwardedContent(content: DailyReportContent): DailyReportContent {
  const lines = content.lines?.filter((line) => line.handling !== 'withheld');
  const kept = new Set(lines?.map((line) => line.lineId));
  const cases = content.cases
    ?.filter((entry) => entry.handling !== 'withheld')
    .map((entry) =>
      entry.lineIds ? { ...entry, lineIds: entry.lineIds.filter((id) => kept.has(id)) } : entry,
    );
  return { ...content, ...(lines && { lines }), ...(cases && { cases }) };
}
