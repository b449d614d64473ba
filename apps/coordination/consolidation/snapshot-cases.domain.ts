import { type SnapshotCase } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AttributedCase, type Contribution } from './contributions.domain.js';
import { listingCountry, type UnitCountries } from './unit-countries.domain.js';

/** Cases of the day, and of earlier unit-days that this snapshot is the first to count; routine handling only. */
export function snapshotCases(
  operationDay: string,
  now: ReadonlyMap<string, Contribution>,
  before: ReadonlyMap<string, Contribution>,
  countries: UnitCountries,
): SnapshotCase[] {
  return [...now]
    .filter(([key, { revision }]) => revision.operationDay === operationDay || !before.has(key))
    .flatMap(([, contribution]) => contribution.cases)
    .filter((attributed) => (attributed.entry.handling ?? 'routine') === 'routine')
    .map((attributed) => snapshotCase(attributed, listingCountry(attributed, countries)))
    .sort((a, b) => compare(a.country, b.country) || compare(a.caseId, b.caseId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The non-nominal form: what is named here is all that a bulletin can print of a case. */
function snapshotCase({ entry, unit, operationDay }: AttributedCase, country: string): SnapshotCase {
  const { caseId, kind, substance, chemical, certainty, quantity, packages } = entry;
  const { detectionMethod, detectedBy, seizedBy, bulletinText } = entry;
  return {
    country,
    caseId,
    unit,
    operationDay,
    kind,
    substance,
    certainty,
    detectedBy,
    ...(chemical !== undefined && { chemical }),
    ...(quantity && { amount: quantity.amount, unitOfMeasure: quantity.unit }),
    ...(packages !== undefined && { packages }),
    ...(detectionMethod !== undefined && { detectionMethod }),
    ...(seizedBy !== undefined && { seizedBy }),
    ...(bulletinText && { text: bulletinText }),
  };
}
