import { type DayFigures } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { countedRevisions, unitDayKey, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { consolidateDay, type ConsolidationInput } from '../consolidation/consolidate-day.domain.js';
import { periodOf } from '../consolidation/period.domain.js';
import { D6, PLAN } from './reports.js';

/** What a spec changes of the day. */
export type Consolidation = Partial<ConsolidationInput> & {
  /** The closed day before; names the period of a supplementary day. */
  readonly closedBefore?: string;
};

/** The newest of the forwarded revisions of every unit-day. */
export function newestOf(forwarded: readonly ForwardedRevision[]): ForwardedRevision[] {
  const byKey = new Map<string, ForwardedRevision>();
  for (const revision of [...forwarded].sort((a, b) => a.revision - b.revision))
    byKey.set(unitDayKey(revision), revision);
  return [...byKey.values()];
}

/**
 * 6 September (or another day), counted from everything that was forwarded by then.
 * @param before everything that was forwarded by the closing of the day before
 */
export function consolidate(
  forwarded: readonly ForwardedRevision[],
  before: readonly ForwardedRevision[] = [],
  { closedBefore, ...more }: Consolidation = {},
): DayFigures {
  const { plan, operationDay } = { plan: PLAN, operationDay: D6, ...more };
  return consolidateDay({
    plan,
    operationDay,
    period: periodOf(plan, operationDay, closedBefore),
    newest: newestOf(forwarded.filter((revision) => revision.operationDay <= operationDay)),
    previous: countedRevisions(newestOf(before)),
    forwardedSince: forwarded,
    newestState: new Map(),
    isDue: true,
    chemicals: { isListed: (id) => id !== 'acetoan', isControlled: () => false },
    ...more,
  });
}
