import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { renamedId } from '../forwarded/forwarded-content.domain.js';

const RECORD = /^(lines|cases|followUps|counters)\[(\d+)\]/;

/** Names of the records of a list, in its order. */
function namesOf(content: DailyReportContent, list: string): string[] {
  const names: Readonly<Record<string, string[] | undefined>> = {
    lines: content.lines?.map(({ lineId }) => lineId),
    cases: content.cases?.map(({ caseId }) => caseId),
    followUps: content.followUps?.map(({ followUpId }) => followUpId),
    counters: content.counters?.map(({ transportKind, regime }) => `${transportKind} ${regime}`),
  };
  return names[list] ?? [];
}

/**
 * A field of a forwarded report as the report names it in its country, where records that were left out stand among the
 * others: `lines[0].number` of what the OCU asks can be `lines[1].number` there.
 */
export function nationalField(
  field: string,
  forwarded: DailyReportContent,
  national: DailyReportContent,
): string {
  return field.replace(RECORD, (place, list: string, index: string) => {
    const told = namesOf(forwarded, list)[Number(index)];
    const at = namesOf(national, list).findIndex((name) => name === told || renamedId(name) === told);
    return told === undefined || at < 0 ? place : `${list}[${at}]`;
  });
}
