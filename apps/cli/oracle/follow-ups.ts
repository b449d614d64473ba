import { type AttributedCase } from './attribution.js';
import { type UnitDay } from './basis.js';
import { NOTHING } from './figures.js';
import { type Additive, type OracleFollowUp, type OracleLine } from './oracle.types.js';

/** A follow-up with the unit-day of the report that carries it. */
export interface CountedFollowUp {
  readonly unit: string;
  readonly country: string;
  readonly day: string;
  readonly entry: OracleFollowUp;
}

/** What one case or line counts otherwise because of what became known later. */
export interface Effect {
  readonly country: string;
  readonly difference: Additive;
}

/** What follow-ups are about. */
export interface Subjects {
  readonly unitDays: readonly UnitDay[];
  readonly cases: readonly AttributedCase[];
}

/** The counted follow-ups, in the order of the basis. */
export const followUpsOf = (unitDays: readonly UnitDay[]): CountedFollowUp[] =>
  unitDays.flatMap(({ unit, country, day, followUps }) =>
    followUps.map((entry) => ({ unit, country, day, entry })),
  );

/** The counted line that the follow-up names. */
export function lineOf(followUp: CountedFollowUp, { unitDays }: Subjects): OracleLine | undefined {
  const { lineDay, lineId } = followUp.entry;
  const carrier = unitDays.find((one) => one.unit === followUp.unit && one.day === lineDay);
  return carrier?.lines.find((line) => line.lineId === lineId);
}

/** The attributed case that the follow-up names. */
export const caseOf = (followUp: CountedFollowUp, { cases }: Subjects): AttributedCase | undefined =>
  cases.find(({ entry }) => entry.caseId === followUp.entry.caseId);

/** The outcome of every counted line after the decisions about it, in the order of the basis. */
export function decidedOutcomes(
  unitDays: readonly UnitDay[],
): { country: string; entered: string; decided: string }[] {
  const decisions = followUpsOf(unitDays).filter(({ entry }) => entry.kind === 'decision');
  return unitDays.flatMap(({ unit, country, day, lines }) =>
    lines.map(({ lineId, outcome }) => {
      const last = decisions.findLast(
        (one) => one.unit === unit && one.entry.lineDay === day && one.entry.lineId === lineId,
      );
      return { country, entered: outcome, decided: last?.entry.outcome ?? outcome };
    }),
  );
}

/** What the last of the laboratory results about the case that conclude something says. */
export function conclusionOn(
  { entry }: AttributedCase,
  results: readonly CountedFollowUp[],
): string | undefined {
  return results.findLast(
    (one) =>
      one.entry.kind === 'laboratory_result' &&
      one.entry.caseId === entry.caseId &&
      one.entry.result !== 'inconclusive',
  )?.entry.result;
}

/** Whether a laboratory has confirmed the case, after all that became known. */
function isConfirmed(one: AttributedCase, all: readonly CountedFollowUp[]): boolean {
  const conclusion = conclusionOn(one, all);
  return conclusion ? conclusion === 'confirmed' : one.entry.certainty === 'laboratory_confirmed';
}

/** Every difference that the follow-ups of a basis make. */
export function effectsOf({ unitDays, cases }: Subjects): Effect[] {
  const all = followUpsOf(unitDays);
  const ofCases = cases
    .filter(({ entry }) => entry.kind === 'seizure' || entry.kind === 'detention')
    .map((one) => {
      const entered = one.entry.certainty === 'laboratory_confirmed';
      const confirmed = Number(isConfirmed(one, all)) - Number(entered);
      return { country: one.country, difference: { ...NOTHING, confirmed } };
    });
  const ofLines = decidedOutcomes(unitDays)
    .filter(({ entered, decided }) => entered === 'pending' && decided !== 'pending')
    .map(({ country }) => ({ country, difference: { ...NOTHING, pending: -1 } }));
  return [...ofCases, ...ofLines];
}
