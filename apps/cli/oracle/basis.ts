import { type Happening } from './history.js';
import { type OracleCase, type OracleLine, type OracleReport } from './oracle.types.js';

/** A unit-day as one closing sees it. */
export interface UnitDay {
  readonly unit: string;
  readonly country: string;
  readonly day: string;
  /** All that happened to it up to the closing. */
  readonly happenings: readonly Happening[];
  /** Newest forwarded revision; may be a void. */
  readonly newest?: Happening;
  /** The revision that counts; absent after a void. */
  readonly counted?: Happening;
  readonly lines: readonly OracleLine[];
  readonly cases: readonly OracleCase[];
  /** Declared counters that leave the country. */
  readonly counters: readonly Readonly<Record<string, unknown>>[];
}

const notWithheld = (record: { handling?: string }): boolean => record.handling !== 'withheld';

/** No counter of a kind and regime with a withheld line; none of cases beside a withheld case. */
function countersOf({ counters = [], lines = [], cases = [] }: OracleReport): UnitDay['counters'] {
  const hidden = lines.filter((line) => !notWithheld(line));
  const shown = counters.filter(
    (entry) =>
      !hidden.some(
        (line) => line.transportKind === entry['transportKind'] && line.regime === entry['regime'],
      ),
  );
  if (cases.every(notWithheld)) return shown;
  return shown.map(({ withDiscrepancy: _one, detained: _two, seized: _three, ...rest }) => rest);
}

function unitDay(
  unit: { id: string; country: string },
  day: string,
  happenings: readonly Happening[],
): UnitDay {
  const forwarded = happenings.filter((one) => one.what === 'forwarded');
  const newest = forwarded.reduce<Happening | undefined>(
    (best, one) => (best === undefined || one.revision > best.revision ? one : best),
    undefined,
  );
  const base = { unit: unit.id, country: unit.country, day, happenings };
  if (newest === undefined) return { ...base, lines: [], cases: [], counters: [] };
  if (newest.report.kind === 'void') return { ...base, newest, lines: [], cases: [], counters: [] };
  return {
    ...base,
    newest,
    counted: newest,
    counters: countersOf(newest.report),
    lines: (newest.report.lines ?? []).filter(notWithheld),
    cases: (newest.report.cases ?? []).filter(notWithheld),
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
