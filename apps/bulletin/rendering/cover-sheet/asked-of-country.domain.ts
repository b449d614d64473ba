import type {
  DaySnapshot,
  SnapshotCase,
  UnitCoverage,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { CoverageState } from '#libs/contracts/vocabulary.js';

/** Coverage states in which something of a unit is still awaited. */
const AWAITED: readonly CoverageState[] = ['missing', 'returned', 'with_contact_point'];

/** What the OCU asks of one country, and of no other. */
export interface AskedOfCountry {
  /** Own units whose report is awaited. */
  readonly awaited: readonly UnitCoverage[];
  /** Cases that count for the country. */
  readonly cases: readonly SnapshotCase[];
  /** Of these, the ones that no laboratory has confirmed or denied. */
  readonly withoutLaboratory: readonly SnapshotCase[];
  /** Cases of other countries in which this one is recorded; only how many, because the rest needs their consent. */
  readonly furtherCases: number;
  /** Codes of data-quality notes that concern own reports. */
  readonly notes: readonly string[];
}

/** Reads a snapshot with the eyes of a country. */
export function askedOfCountry(snapshot: DaySnapshot, country: string): AskedOfCountry {
  const cases = snapshot.cases.filter((one) => one.country === country);
  const isRecorded = ({ detectedBy, seizedBy }: SnapshotCase) =>
    detectedBy === country || seizedBy === country;
  return {
    awaited: snapshot.coverage.filter((unit) => unit.country === country && AWAITED.includes(unit.state)),
    cases,
    withoutLaboratory: cases.filter(
      ({ kind, certainty, laboratoryResult }) =>
        kind !== 'discrepancy' && certainty === 'presumptive' && laboratoryResult === undefined,
    ),
    furtherCases: snapshot.cases.filter((one) => one.country !== country && isRecorded(one)).length,
    notes: snapshot.dataQuality
      .filter(({ countries }) => countries.includes(country))
      .map(({ code }) => code),
  };
}
