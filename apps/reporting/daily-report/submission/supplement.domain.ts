import { canonicalJson } from '#libs/contracts/canonical-json.js';
import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { COUNTERS } from '#libs/contracts/vocabulary.js';
import { type ConsistencyProblem } from './consistency-problem.js';

/** A report as it stays in the country and as it leaves it. */
export interface BothForms {
  readonly national: DailyReportContent;
  readonly forwarded: DailyReportContent;
}

const LISTS = { lines: 'lineId', cases: 'caseId', followUps: 'followUpId' } as const;
type ListName = keyof typeof LISTS;

const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

/**
 * What a supplement changes although it only adds: lines, cases, follow-ups and remarks that were forwarded stay as
 * they are, counters grow. A record whose forwarded form differs because something beside it was withheld is unchanged
 * where its national form is. The author's function and the time of preparation may differ.
 */
export function supplementProblems(before: BothForms, after: BothForms): ConsistencyProblem[] {
  return [
    ...headerProblems(before.forwarded, after.forwarded),
    ...counterProblems(before, after),
    ...(['lines', 'cases', 'followUps'] as const).flatMap((list) => listProblems(list, before, after)),
    ...textProblems('equipmentOutOfOrder', before.forwarded, after.national),
    ...textProblems('remarks', before.forwarded, after.national),
  ];
}

function headerProblems(before: DailyReportContent, after: DailyReportContent): ConsistencyProblem[] {
  return (['kind', 'nilReason'] as const).flatMap((path) =>
    same(before[path], after[path]) ? [] : [{ path, code: 'changed-by-supplement' }],
  );
}

type Keyed = Readonly<Record<string, unknown>>;

function byId(list: ListName, content: DailyReportContent): Map<unknown, Keyed> {
  const records = (content[list] ?? []) as readonly object[] as readonly Keyed[];
  return new Map(records.map((record) => [record[LISTS[list]], record]));
}

function listProblems(list: ListName, before: BothForms, after: BothForms): ConsistencyProblem[] {
  const [was, is] = [byId(list, before.forwarded), byId(list, after.forwarded)];
  const [wasNational, isNational] = [byId(list, before.national), byId(list, after.national)];
  const places = [...isNational.keys()];
  return [...was].flatMap(([id, record]) => {
    const now = is.get(id);
    if (!now) return [{ path: list, code: 'removed-by-supplement', params: { value: String(id) } }];
    const national = wasNational.get(id);
    if (same(record, now) || (national && same(national, isNational.get(id)))) return [];
    return [{ path: `${list}[${places.indexOf(id)}]`, code: 'changed-by-supplement' }];
  });
}

const keyOf = ({ transportKind, regime }: CounterEntry): string => `${transportKind} ${regime}`;

function counterProblems(before: BothForms, after: BothForms): ConsistencyProblem[] {
  const national = (after.national.counters ?? []).map(keyOf);
  const now = new Map((after.forwarded.counters ?? []).map((entry) => [keyOf(entry), entry]));
  return (before.forwarded.counters ?? []).flatMap((entry) => {
    const grown = now.get(keyOf(entry));
    if (!grown) return [{ path: 'counters', code: 'removed-by-supplement', params: { value: keyOf(entry) } }];
    const path = `counters[${national.indexOf(keyOf(entry))}]`;
    return COUNTERS.filter((counter) => (grown[counter] ?? -1) < (entry[counter] ?? -1)).map((counter) => ({
      path: `${path}.${counter}`,
      code: 'lowered-by-supplement',
    }));
  });
}

function textProblems(
  path: 'equipmentOutOfOrder' | 'remarks',
  before: DailyReportContent,
  after: DailyReportContent,
): ConsistencyProblem[] {
  const now = new Set((after[path] ?? []).map((text) => canonicalJson(text)));
  return (before[path] ?? [])
    .filter((text) => !now.has(canonicalJson(text)))
    .map((text) => ({
      path,
      code: 'removed-by-supplement',
      params: { value: (typeof text === 'string' ? text : text.text).slice(0, 60) },
    }));
}
