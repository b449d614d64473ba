import { type Counted } from './changes.js';
import { caseOf, followUpsOf, lineOf, type CountedFollowUp } from './follow-ups.js';
import { type ExpectedNote, type OracleChemical } from './oracle.types.js';
import { isListed } from './tables.js';

const MOST = 500;

/** Follow-ups that the bulletin tells: those that the snapshot before did not count. */
export function listedFollowUps(
  now: Counted,
  before: Counted,
  list: readonly OracleChemical[] | undefined,
): Record<string, unknown>[] {
  const nameOf = ({ unit, day, entry }: CountedFollowUp): string => `${unit} ${day} ${entry.followUpId}`;
  const known = new Set(followUpsOf(before.unitDays).map(nameOf));
  return followUpsOf(now.unitDays)
    .filter((one) => !known.has(nameOf(one)))
    .filter(
      (one) => isRoutine(one.entry) && isRoutine(lineOf(one, now)) && isRoutine(caseOf(one, now)?.entry),
    )
    .slice(0, MOST)
    .map((one) => toSnapshot(one, now, list));
}

function isRoutine(record: { readonly handling?: string } | undefined): boolean {
  return (record?.handling ?? 'routine') === 'routine';
}

function toSnapshot(
  followUp: CountedFollowUp,
  now: Counted,
  list: readonly OracleChemical[] | undefined,
): Record<string, unknown> {
  const { country, unit, day, entry } = followUp;
  const { followUpId, kind, caseId, lineDay, result, substance, chemical, outcome, quantity } = entry;
  const line = lineOf(followUp, now);
  const all = {
    country,
    unit,
    operationDay: day,
    followUpId,
    kind,
    caseId,
    refersToDay: line ? lineDay : caseOf(followUp, now)?.day,
    transportKind: line?.transportKind,
    result,
    substance,
    chemical: chemical !== undefined && isListed(list, chemical) ? chemical : undefined,
    outcome,
    amount: quantity?.amount,
    unitOfMeasure: quantity?.unit,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Follow-ups of the period that meet nothing that is counted. */
export function unmatchedFollowUps(from: string, now: Counted): ExpectedNote | undefined {
  const unmatched = followUpsOf(now.unitDays.filter(({ day }) => day >= from)).filter(
    (one) => !lineOf(one, now) && !caseOf(one, now),
  );
  if (unmatched.length === 0) return undefined;
  return { count: unmatched.length, countries: [...new Set(unmatched.map(({ country }) => country))].sort() };
}
