import { type EarlierDayChange } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { unitDayKey, type ForwardedRevision } from './basis.domain.js';
import { isNothing } from './figures.domain.js';
import { type UnitCountries } from './unit-countries.domain.js';
import { type UnitDayChange } from './unit-day-changes.domain.js';

/** Kinds that the steps of a unit-day can have, in the order of the list, with their terms of the sum. */
const KINDS = [
  ['reported_later', 'reportedLater'],
  ['supplement', 'supplements'],
  ['correction', 'corrections'],
] as const;

/**
 * The earlier unit-days whose counted revision differs from the snapshot before, by day, unit and kind of change.
 * @param newest newest forwarded revision of every unit-day, voided ones too
 */
export function earlierDayChanges(
  changes: readonly UnitDayChange[],
  newest: readonly ForwardedRevision[],
  countries: UnitCountries,
): EarlierDayChange[] {
  const newestByKey = new Map(newest.map((revision) => [unitDayKey(revision), revision]));
  return changes.flatMap((change) => {
    if (change.steps.length > 0) return entriesBySteps(change, countries);
    const revision = newestByKey.get(change.key);
    if (change.wasCounted === change.isCounted || !revision) return [];
    return [entry(change.isCounted ? 'reported_later' : 'void', revision, change.difference, countries)];
  });
}

/** An entry for each kind of change that the steps have; one of corrections also where that term is not zero. */
function entriesBySteps({ steps, terms }: UnitDayChange, countries: UnitCountries): EarlierDayChange[] {
  return KINDS.flatMap(([kind, term]) => {
    const own = steps.filter(({ change }) => change === kind).at(-1);
    const step = own ?? (isNothing(terms[term]) ? undefined : steps.at(-1));
    return step ? [entry(kind, step.revision, terms[term], countries)] : [];
  });
}

function entry(
  kind: EarlierDayChange['kind'],
  { unit, operationDay, revision, reason }: ForwardedRevision,
  difference: AdditiveFigures,
  countries: UnitCountries,
): EarlierDayChange {
  const country = countries.of(unit);
  return { kind, unit, country, operationDay, revision, ...(reason !== null && { reason }), difference };
}
