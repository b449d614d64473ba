import { type SnapshotCase } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type AttributedCase, type Contribution } from './contributions.domain.js';
import { type LaboratoryResults } from './laboratory-results.domain.js';
import { type ListedChemicals } from './listed-chemicals.js';
import { isIn, type Period } from './period.domain.js';
import { type PrintedWords } from './printed-words.js';
import { listingCountry, type UnitCountries } from './unit-countries.domain.js';

/** What the list of cases is made of. */
export interface CaseSource {
  readonly period: Period;
  readonly now: ReadonlyMap<string, Contribution>;
  /** Contributions of the snapshot before. */
  readonly before: ReadonlyMap<string, Contribution>;
  readonly countries: UnitCountries;
  readonly chemicals: ListedChemicals;
  readonly words: PrintedWords;
  /** Those that may be told. */
  readonly results: LaboratoryResults;
}

/** Cases of the period, and of earlier days where the snapshot before did not count them; routine handling only. */
export function snapshotCases(source: CaseSource): SnapshotCase[] {
  const { period, now, before, countries } = source;
  const told = new Set([...before.values()].flatMap(({ cases }) => cases.map(({ entry }) => entry.caseId)));
  return [...now.values()]
    .flatMap((contribution) => contribution.cases)
    .filter((attributed) => isIn(period, attributed) || !told.has(attributed.entry.caseId))
    .filter((attributed) => (attributed.entry.handling ?? 'routine') === 'routine')
    .map((attributed) => snapshotCase(attributed, listingCountry(attributed, countries), source))
    .sort((a, b) => compare(a.country, b.country) || compare(a.caseId, b.caseId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * The non-nominal form: what is named here is all that a bulletin can print of a case. An id that the list does not have
 * has no name to print: the substance in the officer's words stands.
 */
function snapshotCase(
  attributed: AttributedCase,
  country: string,
  { chemicals, words, results }: CaseSource,
): SnapshotCase {
  const { entry, unit, operationDay } = attributed;
  const { caseId, kind, chemical, certainty, quantity, packages } = entry;
  const { detectionMethod, detectedBy, seizedBy } = entry;
  const decided = words.caseTexts.get(caseId);
  const text = decided ? decided.text : entry.bulletinText;
  const laboratoryResult = results.get(attributed);
  return {
    country,
    caseId,
    unit,
    operationDay,
    kind,
    substance: decided?.substance ?? entry.substance,
    certainty,
    detectedBy,
    ...(laboratoryResult !== undefined && { laboratoryResult }),
    ...(chemical !== undefined && chemicals.isListed(chemical) && { chemical }),
    ...(quantity && { amount: quantity.amount, unitOfMeasure: quantity.unit }),
    ...(packages !== undefined && { packages }),
    ...(detectionMethod !== undefined && { detectionMethod }),
    ...(seizedBy !== undefined && { seizedBy }),
    ...(text && { text }),
  };
}
