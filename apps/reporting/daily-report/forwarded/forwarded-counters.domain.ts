import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { isWithheld } from './withheld-records.domain.js';

/** Counters that tell of cases. */
const OF_CASES = ['withDiscrepancy', 'detained', 'seized'] as const;

const keyOf = ({ transportKind, regime }: Pick<CounterEntry, 'transportKind' | 'regime'>): string =>
  `${transportKind} ${regime}`;

/**
 * The declared counters that may leave the country. An officer counts withheld records too, and a counter beside the
 * lines would show them. So an entry is left out where a line of its kind and regime is withheld, and the counters of
 * cases are left out where a case is.
 */
export function forwardedCounters(content: DailyReportContent): CounterEntry[] | undefined {
  const lines = new Set((content.lines ?? []).filter(isWithheld).map(keyOf));
  const entries = content.counters?.filter((entry) => !lines.has(keyOf(entry)));
  return (content.cases ?? []).some(isWithheld) ? entries?.map(withoutCases) : entries;
}

/** Paths of the entries of which the whole or a part is not forwarded. */
export function revealingCounters(content: DailyReportContent): string[] {
  const kept = new Set((forwardedCounters(content) ?? []).map((entry) => JSON.stringify(entry)));
  return (content.counters ?? []).flatMap((entry, index) =>
    kept.has(JSON.stringify(entry)) ? [] : [`counters[${index}]`],
  );
}

function withoutCases(entry: CounterEntry): CounterEntry {
  const kept = { ...entry };
  for (const counter of OF_CASES) delete kept[counter];
  return kept;
}
