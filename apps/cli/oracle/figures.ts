import { type AttributedCase } from './attribution.js';
import { type UnitDay } from './basis.js';
import { countDistinct } from './folding.js';
import { type Additive, type ExpectedFigures, type OracleLine } from './oracle.types.js';

export const ADDITIVE = [
  'controls',
  'inspections',
  'examinations',
  'withDiscrepancy',
  'seizures',
  'detentions',
  'pending',
  'confirmed',
] as const satisfies readonly (keyof Additive)[];

/** `left` plus `sign` times `right`, figure by figure. */
export function combine<T extends Additive>(left: T, sign: 1 | -1, right: Additive): T {
  const result = { ...left };
  for (const figure of ADDITIVE) result[figure] += sign * right[figure];
  return result;
}

/** The additive figures of lines and of the cases that count for them. */
export function additive(lines: readonly OracleLine[], cases: readonly AttributedCase[]): Additive {
  const seizures = cases.filter((one) => one.entry.kind === 'seizure');
  const detentions = cases.filter((one) => one.entry.kind === 'detention');
  return {
    controls: lines.length,
    inspections: lines.filter((line) => line.act === 'inspection').length,
    examinations: lines.filter((line) => line.act === 'examination').length,
    withDiscrepancy: lines.filter((line) => (line.discrepancies ?? []).length > 0).length,
    seizures: seizures.length,
    detentions: detentions.length,
    pending: lines.filter((line) => line.outcome === 'pending').length,
    confirmed: [...seizures, ...detentions].filter((one) => one.entry.certainty === 'laboratory_confirmed')
      .length,
  };
}

export const NOTHING: Additive = additive([], []);

export const isNothing = (figures: Additive): boolean => ADDITIVE.every((figure) => figures[figure] === 0);

export const add = (all: readonly Additive[]): Additive =>
  all.reduce((sum, one) => combine(sum, 1, one), { ...NOTHING });

/** All figures, the distinct ones over the whole set of lines. */
export function figures(lines: readonly OracleLine[], cases: readonly AttributedCase[]): ExpectedFigures {
  return {
    ...additive(lines, cases),
    transportUnits: countDistinct(lines.map((line) => ({ kind: line.transportKind, number: line.number }))),
    consignments: countDistinct(lines.map((line) => line.document ?? { kind: '', number: '' })),
  };
}

/** Figures of one unit-day: its lines and the cases attributed to it, wherever they were seized. */
export function unitDayFigures(one: UnitDay, cases: readonly AttributedCase[]): Additive {
  return additive(
    one.lines,
    cases.filter((attributed) => attributed.unit === one.unit && attributed.day === one.day),
  );
}

export const linesOf = (unitDays: readonly UnitDay[]): OracleLine[] => unitDays.flatMap(({ lines }) => lines);
