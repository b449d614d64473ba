import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type ForwardedChange, type Handling, type RevisionChange } from '#libs/contracts/vocabulary.js';

interface Identified {
  readonly id: string;
  readonly handling?: Handling | undefined;
}

/** Lines, cases and follow-ups by the kind and the id that they keep over revisions. */
function recordsOf({ lines = [], cases = [], followUps = [] }: DailyReportContent): Identified[] {
  return [
    ...lines.map(({ lineId, handling }) => ({ id: `line ${lineId}`, handling })),
    ...cases.map(({ caseId, handling }) => ({ id: `case ${caseId}`, handling })),
    ...followUps.map(({ followUpId, handling }) => ({ id: `follow-up ${followUpId}`, handling })),
  ];
}

/**
 * How a forwarding that is not the first changes what was forwarded before (docs/counting-rules.md, basis 5): a
 * supplement that adds what was withheld in an earlier forwarded revision is told as reported later.
 * @param before the newest forwarded content
 * @param earlier the contents of the revisions forwarded before, as they stay in the country
 */
export function forwardedChange(
  change: RevisionChange | null,
  now: DailyReportContent,
  before: DailyReportContent,
  earlier: readonly DailyReportContent[],
): ForwardedChange {
  if (change !== 'supplement') return 'correction';
  const known = new Set(recordsOf(before).map(({ id }) => id));
  const withheld = new Set(
    earlier.flatMap(recordsOf).flatMap(({ id, handling }) => (handling === 'withheld' ? [id] : [])),
  );
  const isLifted = recordsOf(now).some(({ id }) => !known.has(id) && withheld.has(id));
  return isLifted ? 'reported_later' : 'supplement';
}
