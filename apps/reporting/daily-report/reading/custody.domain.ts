import { HOLDERS, type Holder, type RevisionState } from '../life-cycle/daily-report-states.domain.js';

/** Time during which one party held the report of a unit-day; instants are UTC. */
export interface Custody {
  readonly holder: Holder;
  readonly from: string;
  /** Absent while it still holds it. */
  readonly to?: string;
  /** Whole minutes up to `to`, or up to now. */
  readonly minutes: number;
}

/** What of a change of state matters here. */
export interface CustodyChange {
  readonly revision: number;
  readonly toState: RevisionState;
  readonly at: string;
}

interface Span {
  readonly holder: Holder | undefined;
  readonly from: number;
}

const MINUTE = 60_000;

/**
 * Who held the report of a unit-day how long, from the end of its day on: the unit until it sends, the contact point
 * until it forwards or returns, the OCU until a closed day takes it in. Nobody holds a settled report.
 * @param dayEnds end of the operation day at the unit (UTC)
 * @param changes all changes of state of the unit-day, oldest first
 */
export function custodyOf(dayEnds: string, changes: readonly CustodyChange[], now: string): Custody[] {
  const [start, end] = [Date.parse(dayEnds), Date.parse(now)];
  const spans = spansOf(start, changes).filter(({ from }) => from <= end);
  return spans.flatMap(({ holder, from }, index) => {
    const next = spans[index + 1]?.from;
    const until = next ?? end;
    if (holder === undefined || until === from) return [];
    const minutes = Math.floor((until - from) / MINUTE);
    const to = next === undefined ? {} : { to: new Date(next).toISOString() };
    return [{ holder, from: new Date(from).toISOString(), ...to, minutes }];
  });
}

/** Minutes that each party held the report altogether. */
export function custodyTotals(custody: readonly Custody[]): Record<Holder, number> {
  const totals = { unit: 0, contact_point: 0, ocu: 0 };
  for (const { holder, minutes } of custody) totals[holder] += minutes;
  return totals;
}

/** Spans that follow each other without a gap; neighbours have different holders. */
function spansOf(start: number, changes: readonly CustodyChange[]): Span[] {
  const states = new Map<number, RevisionState>();
  const spans: Span[] = [{ holder: 'unit', from: start }];
  for (const { revision, toState, at } of changes) {
    states.set(revision, toState);
    const from = Math.max(start, Date.parse(at), spans.at(-1)?.from ?? start);
    const holder = holderOf(states);
    if (spans.at(-1)?.from === from) spans.pop();
    if (spans.at(-1)?.holder !== holder || spans.length === 0) spans.push({ holder, from });
  }
  return spans;
}

/** Who holds the newest revision that is still under way or counts; the unit where there is none. */
function holderOf(states: ReadonlyMap<number, RevisionState>): Holder | undefined {
  const [newest] = [...states]
    .filter(([, state]) => state !== 'superseded' && state !== 'withdrawn')
    .sort(([one], [other]) => other - one);
  return newest ? HOLDERS[newest[1]] : 'unit';
}
