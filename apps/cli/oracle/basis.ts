import { type Happening } from './happening.js';
import { type OracleCase, type OracleFollowUp, type OracleLine, type OracleReport } from './oracle.types.js';

/** A unit-day as one closing sees it. */
export interface UnitDay {
  readonly unit: string;
  readonly country: string;
  readonly day: string;
  /** All of which anybody abroad knows up to the closing. */
  readonly happenings: readonly Happening[];
  /** Newest forwarded revision; may be a void. */
  readonly newest?: Forwarding;
  /** The revision that counts; absent after a void. */
  readonly counted?: Forwarding;
  readonly lines: readonly OracleLine[];
  readonly cases: readonly OracleCase[];
  readonly followUps: readonly OracleFollowUp[];
  readonly counters: readonly Readonly<Record<string, unknown>>[];
}

/** A forwarding that told something. */
export type Forwarding = Happening & { readonly told: OracleReport; readonly number: number };

const isForwarding = (one: Happening): one is Forwarding =>
  one.told !== undefined && one.number !== undefined;

/** Forwardings of the unit-day in their order, which is that of the revisions. */
export const forwardingsOf = ({ happenings }: Pick<UnitDay, 'happenings'>): Forwarding[] =>
  happenings.filter(isForwarding);

function unitDay(unit: { id: string; country: string }, day: string, all: readonly Happening[]): UnitDay {
  const happenings = all.filter(({ number, isSilent }) => number !== undefined && !isSilent);
  const newest = forwardingsOf({ happenings }).at(-1);
  const counted = newest?.told.kind === 'void' ? undefined : newest;
  const { lines = [], cases = [], followUps = [], counters = [] } = counted?.told ?? {};
  return {
    unit: unit.id,
    country: unit.country,
    day,
    happenings,
    ...(newest && { newest }),
    ...(counted && { counted }),
    lines,
    cases,
    followUps,
    counters,
  };
}

/** Every unit-day of the days, ordered by day, then unit, as it stood after these happenings. */
export function unitDaysAfter(
  units: readonly { id: string; country: string }[],
  days: readonly string[],
  happenings: readonly Happening[],
): UnitDay[] {
  const byUnitDay = new Map<string, Happening[]>();
  for (const one of happenings) {
    const key = `${one.unit} ${one.day}`;
    byUnitDay.set(key, [...(byUnitDay.get(key) ?? []), one]);
  }
  const ordered = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
  return days.flatMap((day) =>
    ordered.map((unit) => unitDay(unit, day, byUnitDay.get(`${unit.id} ${day}`) ?? [])),
  );
}
