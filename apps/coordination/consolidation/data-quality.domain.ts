import { type DataQualityNote } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type ForwardedRevision } from './basis.domain.js';
import { type CountedFollowUp } from './counted-follow-ups.domain.js';
import { type UnitCountries } from './unit-countries.domain.js';

/** Declared `examined` differs from the counted lines: a note, not a silent choice. */
const COUNTERS_DIFFER = 'counters.differ-from-lines';
const FOLLOW_UP_UNMATCHED = 'follow-up.unmatched';

/**
 * How often each finding was met in the day's counted revisions, and in which countries; by code.
 * @param followUps those of the day's counted revisions
 */
export function dataQualityNotes(
  ofDay: readonly ForwardedRevision[],
  followUps: readonly CountedFollowUp[],
  countries: UnitCountries,
): DataQualityNote[] {
  const notes = new Map<string, { count: number; countries: Set<string> }>();
  const note = (code: string, count: number, unit: string): void => {
    const known = notes.get(code) ?? { count: 0, countries: new Set<string>() };
    known.count += count;
    known.countries.add(countries.of(unit));
    notes.set(code, known);
  };
  for (const { tally, unit } of ofDay) {
    for (const [code, count] of Object.entries(tally.findings)) note(code, count, unit);
    if (tally.declaredDiffer) note(COUNTERS_DIFFER, 1, unit);
  }
  for (const { carrier, attributed, line } of followUps)
    if (!attributed && !line) note(FOLLOW_UP_UNMATCHED, 1, carrier.unit);
  return [...notes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, known]) => ({ code, count: known.count, countries: [...known.countries].sort() }));
}
