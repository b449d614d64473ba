import { type SnapshotCase } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AttributedCase, type Contribution } from './contributions.domain.js';
import { type ListedChemicals } from './listed-chemicals.js';
import { listingCountry, type UnitCountries } from './unit-countries.domain.js';

/** Cases of the day, and of earlier days where the snapshot before did not count them; routine handling only. */
export function snapshotCases(
  operationDay: string,
  now: ReadonlyMap<string, Contribution>,
  before: ReadonlyMap<string, Contribution>,
  countries: UnitCountries,
  chemicals: ListedChemicals,
): SnapshotCase[] {
  const told = new Set([...before.values()].flatMap(({ cases }) => cases.map(({ entry }) => entry.caseId)));
  return [...now.values()]
    .flatMap((contribution) => contribution.cases)
    .filter(({ entry, operationDay: day }) => day === operationDay || !told.has(entry.caseId))
    .filter((attributed) => (attributed.entry.handling ?? 'routine') === 'routine')
    .map((attributed) => snapshotCase(attributed, listingCountry(attributed, countries), chemicals))
    .sort((a, b) => compare(a.country, b.country) || compare(a.caseId, b.caseId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * The non-nominal form: what is named here is all that a bulletin can print of a case. An id that the list does not have
 * has no name to print: the substance in the officer's words stands.
 */
function snapshotCase(
  { entry, unit, operationDay }: AttributedCase,
  country: string,
  chemicals: ListedChemicals,
): SnapshotCase {
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
    ...(chemical !== undefined && chemicals.isListed(chemical) && { chemical }),
    ...(quantity && { amount: quantity.amount, unitOfMeasure: quantity.unit }),
    ...(packages !== undefined && { packages }),
    ...(detectionMethod !== undefined && { detectionMethod }),
    ...(seizedBy !== undefined && { seizedBy }),
    ...(bulletinText && { text: bulletinText }),
  };
}
