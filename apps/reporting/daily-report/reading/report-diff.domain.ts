import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';

export const DIFFERENCE_KINDS = ['added', 'removed', 'changed'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A field in which two reports differ. */
export interface Difference {
  /** Lines, cases and follow-ups by id, counters by kind and regime: `lines["l1"].goods[0].net.amount`. */
  readonly path: string;
  readonly kind: DifferenceKind;
  /** Absent for what was added. */
  readonly before?: unknown;
  /** Absent for what was removed. */
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Lists whose entries keep a name over revisions: their order says nothing. */
const NAMES: Readonly<Record<string, (entry: Fields) => string>> = {
  lines: ({ lineId }) => String(lineId),
  cases: ({ caseId }) => String(caseId),
  followUps: ({ followUpId }) => String(followUpId),
  counters: ({ transportKind, regime }) => `${String(transportKind)} ${String(regime)}`,
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every field in which a report differs from another one, in the order of the fields; nothing where none does. */
export function diffReports(before: DailyReportContent, after: DailyReportContent): Difference[] {
  return fieldsDiffer(before as unknown as Fields, after as unknown as Fields, '');
}

function differ(before: unknown, after: unknown, path: string): Difference[] {
  if (before === undefined) return after === undefined ? [] : [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  if (isFields(before) && isFields(after)) return fieldsDiffer(before, after, `${path}.`);
  if (Array.isArray(before) && Array.isArray(after)) return listsDiffer(before, after, path);
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, kind: 'changed', before, after }];
}

function fieldsDiffer(before: Fields, after: Fields, prefix: string): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differ(before[name], after[name], `${prefix}${name}`));
}

/** A list that is there on one side alone is told entry by entry, like one that was empty. */
function listsDiffer(before: readonly unknown[], after: readonly unknown[], path: string): Difference[] {
  const nameOf = Object.hasOwn(NAMES, path) ? NAMES[path] : undefined;
  if (nameOf) {
    const [was, is] = [before, after].map(
      (list) => new Map((list as readonly Fields[]).map((entry) => [nameOf(entry), entry])),
    );
    const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
    return names.flatMap((name) => differ(was?.get(name), is?.get(name), `${path}[${JSON.stringify(name)}]`));
  }
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_none, index) => index).flatMap((index) =>
    differ(before[index], after[index], `${path}[${index}]`),
  );
}
