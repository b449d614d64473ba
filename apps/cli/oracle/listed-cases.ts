import { type AttributedCase } from './attribution.js';
import { type Counted } from './changes.js';

function toSnapshot({ unit, day, unitCountry, entry }: AttributedCase): Record<string, unknown> {
  const { quantity, bulletinText, seizedBy } = entry;
  const all = {
    country: seizedBy ?? unitCountry,
    caseId: entry.caseId,
    unit,
    operationDay: day,
    kind: entry.kind,
    substance: entry.substance,
    chemical: entry.chemical,
    certainty: entry.certainty,
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

/** Cases that the bulletin of the day tells: of the day, or of an earlier day and not counted before. */
export function listedCases(day: string, now: Counted, before: Counted): Record<string, unknown>[] {
  const countedBefore = (one: AttributedCase): boolean =>
    before.cases.some((old) => old.entry.caseId === one.entry.caseId);
  return now.cases
    .filter((one) => one.day === day || !countedBefore(one))
    .filter(({ entry }) => (entry.handling ?? 'routine') === 'routine')
    .map(toSnapshot)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = (one: Record<string, unknown>): string =>
  `${String(one['country'])}\u0000${String(one['caseId'])}`;
