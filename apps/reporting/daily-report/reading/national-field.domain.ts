import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { renamedId } from '../forwarded/forwarded-content.domain.js';
import { RECORD, recordName, type NamedList } from '../record-name.domain.js';

/**
 * A field of a forwarded report as the report names it in its country, where records that were left out stand among the
 * others: `lines[0].number` of what the OCU asks can be `lines[1].number` there.
 */
export function nationalField(
  field: string,
  forwarded: DailyReportContent,
  national: DailyReportContent,
): string {
  return field.replace(RECORD, (place, list: NamedList, position: string) => {
    const told = recordName(forwarded, list, Number(position));
    if (told === undefined) return place;
    const at = [...(national[list] ?? []).keys()].find((index) => {
      const name = recordName(national, list, index) ?? '';
      return name === told || renamedId(name) === told;
    });
    return at === undefined ? place : `${list}[${at}]`;
  });
}
