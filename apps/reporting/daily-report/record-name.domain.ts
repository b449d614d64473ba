import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';

/** Place of a record at the beginning of a field: list and position. */
export const RECORD = /^(lines|cases|followUps|counters)\[(\d+)\]/;

/** The lists whose records have names. */
export type NamedList = 'lines' | 'cases' | 'followUps' | 'counters';

/** What a record is called over the revisions of its report: its id; of a counter, kind and regime. */
export function recordName(content: DailyReportContent, list: NamedList, index: number): string | undefined {
  const counter = content.counters?.[index];
  const names: Readonly<Record<NamedList, string | undefined>> = {
    lines: content.lines?.[index]?.lineId,
    cases: content.cases?.[index]?.caseId,
    followUps: content.followUps?.[index]?.followUpId,
    counters: counter && `${counter.transportKind} ${counter.regime}`,
  };
  return names[list];
}
