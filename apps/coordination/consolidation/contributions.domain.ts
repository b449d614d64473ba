import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { inBasisOrder, unitDayKey, type ForwardedRevision } from './basis.domain.js';
import { NOTHING } from './figures.domain.js';

/** A case with the unit-day that counts it. */
export interface AttributedCase {
  readonly entry: CaseEntry;
  readonly unit: string;
  readonly operationDay: string;
}

/** What one unit-day adds to the figures, with the cases it counts. */
export interface Contribution {
  readonly revision: ForwardedRevision;
  readonly figures: AdditiveFigures;
  readonly cases: readonly AttributedCase[];
}

/**
 * What each counted unit-day contributes. A case that several reports tell counts once: for the earliest operation
 * day, and there for the unit that comes first by id.
 */
export function contributionsOf(counted: readonly ForwardedRevision[]): Map<string, Contribution> {
  const seen = new Set<string>();
  return new Map(
    inBasisOrder(counted).map((revision) => {
      const cases = revision.tally.cases.filter((entry) => !seen.has(entry.caseId)).filter(firstOfReport());
      cases.forEach((entry) => seen.add(entry.caseId));
      return [unitDayKey(revision), contribution(revision, cases)];
    }),
  );
}

/** Keeps the first entry of each case id within one report. */
function firstOfReport(): (entry: CaseEntry) => boolean {
  const met = new Set<string>();
  return (entry) => !met.has(entry.caseId) && met.add(entry.caseId) !== undefined;
}

function contribution(revision: ForwardedRevision, cases: readonly CaseEntry[]): Contribution {
  const { unit, operationDay } = revision;
  return {
    revision,
    figures: { ...lineFigures(revision), ...caseFigures(cases) },
    cases: cases.map((entry) => ({ entry, unit, operationDay })),
  };
}

/** What the lines of a revision add to the figures; a void has none. */
export function lineFigures({ kind, tally }: ForwardedRevision): AdditiveFigures {
  if (kind === 'void') return NOTHING;
  const { controls, inspections, examinations, withDiscrepancy, pending } = tally;
  return { ...NOTHING, controls, inspections, examinations, withDiscrepancy, pending };
}

/** What cases add to the figures: discrepancies count as none of them. */
export function caseFigures(
  cases: readonly CaseEntry[],
): Pick<AdditiveFigures, 'seizures' | 'detentions' | 'confirmed'> {
  const of = (kind: CaseEntry['kind']): readonly CaseEntry[] => cases.filter((entry) => entry.kind === kind);
  const [seizures, detentions] = [of('seizure'), of('detention')];
  return {
    seizures: seizures.length,
    detentions: detentions.length,
    confirmed: [...seizures, ...detentions].filter((entry) => entry.certainty === 'laboratory_confirmed')
      .length,
  };
}
