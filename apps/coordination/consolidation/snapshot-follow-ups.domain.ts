import { type SnapshotFollowUp } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { followUpKey, type CountedFollowUp } from './counted-follow-ups.domain.js';
import { type ListedChemicals } from './listed-chemicals.js';
import { type PrintedWords } from './printed-words.js';
import { type UnitCountries } from './unit-countries.domain.js';

/** What follow-ups are listed with. */
export interface FollowUpSource {
  readonly countries: UnitCountries;
  readonly chemicals: ListedChemicals;
  readonly words: PrintedWords;
}

/** The follow-ups that the snapshot before did not count, in basis order; what is for the OCU alone is left out. */
export function snapshotFollowUps(
  now: readonly CountedFollowUp[],
  before: readonly CountedFollowUp[],
  source: FollowUpSource,
): SnapshotFollowUp[] {
  const told = new Set(before.map(followUpKey));
  return now
    .filter((counted) => !told.has(followUpKey(counted)))
    .filter(isForTheBulletin)
    .map((counted) => snapshotFollowUp(counted, source));
}

/** A follow-up tells of its case or line: where one of them is for the OCU alone, so is the follow-up. */
function isForTheBulletin({ followUp, attributed, line }: CountedFollowUp): boolean {
  const handlings = [followUp.handling, attributed?.entry.handling, line?.line[3]];
  return handlings.every((handling = 'routine') => handling === 'routine');
}

/** The non-nominal form: line ids and instants stay in the report. */
function snapshotFollowUp(counted: CountedFollowUp, source: FollowUpSource): SnapshotFollowUp {
  const { followUp, carrier } = counted;
  const { followUpId, kind, caseId, result, outcome, quantity } = followUp;
  return {
    country: source.countries.of(carrier.unit),
    unit: carrier.unit,
    operationDay: carrier.operationDay,
    followUpId,
    kind,
    ...(caseId !== undefined && { caseId }),
    ...whatItMeets(counted),
    ...(result !== undefined && { result }),
    ...substanceOf(counted, source),
    ...(outcome !== undefined && { outcome }),
    ...(quantity && { amount: quantity.amount, unitOfMeasure: quantity.unit }),
  };
}

function whatItMeets({
  line,
  attributed,
}: CountedFollowUp): Pick<SnapshotFollowUp, 'refersToDay' | 'transportKind'> {
  const refersToDay = line?.operationDay ?? attributed?.operationDay;
  return { ...(refersToDay !== undefined && { refersToDay }), ...(line && { transportKind: line.line[2] }) };
}

function substanceOf(
  counted: CountedFollowUp,
  { chemicals, words }: FollowUpSource,
): Pick<SnapshotFollowUp, 'substance' | 'chemical'> {
  const { chemical } = counted.followUp;
  const substance = words.followUpSubstances.get(followUpKey(counted)) ?? counted.followUp.substance;
  return {
    ...(substance !== undefined && { substance }),
    ...(chemical !== undefined && chemicals.isListed(chemical) && { chemical }),
  };
}
