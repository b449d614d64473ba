import { localInstant } from '../daily-report/life-cycle/act.js';
import { type Draft, type DraftContent } from './draft.records.js';

const LISTS = ['lines', 'cases', 'counters', 'followUps', 'remarks'] as const;
const ITEM = /^(\w+)\[(\d+)\]/;

/**
 * The report that a draft amounts to now. Where nobody said otherwise, a draft with lines is a report of kind `report`,
 * prepared when it was last changed.
 * @param zone of the unit
 */
export function contentOf(draft: Draft, zone: string): DraftContent {
  const { operationDay, changedAt, rest } = draft;
  const lines = draft.lines.map(({ lineId, author, line }) => ({ ...line, lineId, author }));
  return {
    preparedAt: localInstant({ at: changedAt, timeZone: zone }),
    ...(lines.length > 0 && { kind: 'report' as const }),
    ...rest,
    operationDay,
    ...(lines.length > 0 && { lines }),
  };
}

/** What of an unfinished report can be checked already, and where its entries stand in the whole. */
export interface CompletePart {
  readonly content: DraftContent;
  /** Turns a path of the part into that of the whole. */
  wholePath(path: string): string;
}

/** The report without the entries of which something is missing. */
export function completePart(content: DraftContent, missing: readonly string[]): CompletePart {
  const unfinished = new Set(missing.flatMap((path) => ITEM.exec(path)?.[0] ?? []));
  const places = new Map<string, number[]>();
  const part: Record<string, unknown> = { ...content };
  for (const list of LISTS) {
    const entries: readonly unknown[] = content[list] ?? [];
    const kept = [...entries.keys()].filter((index) => !unfinished.has(`${list}[${index}]`));
    if (content[list]) part[list] = kept.map((index) => entries[index]);
    places.set(list, kept);
  }
  return {
    content: part,
    wholePath: (path) =>
      path.replace(ITEM, (item, list: string, index: string) => {
        const place = places.get(list)?.[Number(index)];
        return place === undefined ? item : `${list}[${place}]`;
      }),
  };
}
