import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Difference } from '../daily-report/reading/report-diff.domain.js';

type Node = Record<string, unknown>;

const IDS: Readonly<Record<string, string>> = { lines: 'lineId', cases: 'caseId', followUps: 'followUpId' };

/** `lines["l1"].goods[0].net` as its steps: names of fields, ids of entries in brackets, places in lists. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\.?([A-Za-z]+)/g)].map(
    ([, id, place, field]) =>
      id === undefined
        ? place === undefined
          ? (field ?? '')
          : Number(place)
        : (JSON.parse(`"${id}"`) as string),
  );
}

/** Lists with ids as objects by id, so that an id is a step like a field. */
function keyed(report: DailyReportContent): Node {
  const copy = structuredClone(report) as unknown as Node;
  for (const [list, id] of Object.entries(IDS))
    if (copy[list] !== undefined)
      copy[list] = Object.fromEntries((copy[list] as Node[]).map((entry) => [entry[id], entry]));
  return copy;
}

/** The report to which the differences lead, with its lists of ids as objects: for the property of differences. */
export function applyDifferences(report: DailyReportContent, differences: readonly Difference[]): Node {
  const result = keyed(report);
  // From the end: what is removed from a list then leaves no gap.
  for (const { path, kind, after } of [...differences].reverse()) {
    const steps = stepsOf(path);
    const last = steps.pop() ?? '';
    const parent = steps.reduce<Node>((node, step) => node[step] as Node, result);
    if (kind !== 'removed') parent[last] = after;
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  }
  return result;
}

/** The same form for a report as it is. */
export function inOneOrder(report: DailyReportContent | Node): Node {
  return Array.isArray((report as Node)['lines']) ? keyed(report as DailyReportContent) : (report as Node);
}
