import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type AdditiveFigures } from '#libs/contracts/operation-day/figures.dto.js';
import { inBasisOrder, unitDayKey, type ForwardedRevision } from './basis.domain.js';

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

/** No figure at all. */
export const NOTHING: AdditiveFigures = {
  controls: 0,
  inspections: 0,
  examinations: 0,
  withDiscrepancy: 0,
  seizures: 0,
  detentions: 0,
};

/** Adds figure by figure. */
export function addFigures(left: AdditiveFigures, right: AdditiveFigures): AdditiveFigures {
  return combine(left, right, (a, b) => a + b);
}

/** Subtracts figure by figure; the result may be negative. */
export function subtractFigures(left: AdditiveFigures, right: AdditiveFigures): AdditiveFigures {
  return combine(left, right, (a, b) => a - b);
}

function combine(
  left: AdditiveFigures,
  right: AdditiveFigures,
  how: (a: number, b: number) => number,
): AdditiveFigures {
  return {
    controls: how(left.controls, right.controls),
    inspections: how(left.inspections, right.inspections),
    examinations: how(left.examinations, right.examinations),
    withDiscrepancy: how(left.withDiscrepancy, right.withDiscrepancy),
    seizures: how(left.seizures, right.seizures),
    detentions: how(left.detentions, right.detentions),
  };
}

/** Sum of any number of figures. */
export function sumFigures(all: readonly AdditiveFigures[]): AdditiveFigures {
  return all.reduce(addFigures, NOTHING);
}

/** Whether every figure is zero. */
export function isNothing(figures: AdditiveFigures): boolean {
  return Object.values(figures).every((value) => value === 0);
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
  const { controls, inspections, examinations, withDiscrepancy } = revision.tally;
  const { unit, operationDay } = revision;
  return {
    revision,
    figures: {
      controls,
      inspections,
      examinations,
      withDiscrepancy,
      seizures: cases.filter((entry) => entry.kind === 'seizure').length,
      detentions: cases.filter((entry) => entry.kind === 'detention').length,
    },
    cases: cases.map((entry) => ({ entry, unit, operationDay })),
  };
}
