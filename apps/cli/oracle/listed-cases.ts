import { type AttributedCase } from './attribution.js';
import { type Counted } from './changes.js';
import { conclusionOn, followUpsOf, type CountedFollowUp } from './follow-ups.js';
import { type OracleChemical } from './oracle.types.js';
import { isListed } from './tables.js';

function toSnapshot(
  attributed: AttributedCase,
  results: readonly CountedFollowUp[],
  list: readonly OracleChemical[] | undefined,
): Record<string, unknown> {
  const { unit, day, unitCountry, entry } = attributed;
  const { quantity, bulletinText, seizedBy, chemical } = entry;
  const all = {
    country: seizedBy ?? unitCountry,
    caseId: entry.caseId,
    unit,
    operationDay: day,
    kind: entry.kind,
    substance: entry.substance,
    chemical: chemical !== undefined && isListed(list, chemical) ? chemical : undefined,
    certainty: entry.certainty,
    laboratoryResult: conclusionOn(attributed, results),
    amount: quantity?.amount,
    unitOfMeasure: quantity?.unit,
    packages: entry.packages,
    detectionMethod: entry.detectionMethod,
    detectedBy: entry.detectedBy,
    seizedBy,
    text: bulletinText,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Cases that the bulletin of the day tells: of the period, or of an earlier day and not counted before. */
export function listedCases(
  periodFrom: string,
  now: Counted,
  before: Counted,
  list?: readonly OracleChemical[],
): Record<string, unknown>[] {
  const countedBefore = (one: AttributedCase): boolean =>
    before.cases.some((old) => old.entry.caseId === one.entry.caseId);
  const toTell = followUpsOf(now.unitDays).filter(
    ({ entry }) => entry.handling === undefined || entry.handling === 'routine',
  );
  return now.cases
    .filter((one) => one.day >= periodFrom || !countedBefore(one))
    .filter(({ entry }) => (entry.handling ?? 'routine') === 'routine')
    .map((one) => toSnapshot(one, toTell, list))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = (one: Record<string, unknown>): string =>
  `${String(one['country'])}\u0000${String(one['caseId'])}`;
