import { type DayFigures } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { countedRevisions, type ForwardedRevision } from './basis.domain.js';
import { contributionsOf } from './contributions.domain.js';
import { countryFigures } from './country-figures.domain.js';
import { coverageOf, type CoverageKnowledge, type KnownState } from './coverage.domain.js';
import { cumulativeSum } from './cumulative-sum.domain.js';
import { dataQualityNotes } from './data-quality.domain.js';
import { earlierDayChanges } from './earlier-day-changes.domain.js';
import { type ListedChemicals } from './listed-chemicals.js';
import { snapshotCases } from './snapshot-cases.domain.js';
import { chemicalTable, countTables, figuresOf } from './tables.domain.js';
import { UnitCountries } from './unit-countries.domain.js';

/** Everything a day is consolidated from. */
export interface ConsolidationInput {
  readonly plan: OperationPlan;
  readonly operationDay: string;
  /** Newest forwarded revision of every unit-day up to and including the day, voided ones too. */
  readonly newest: readonly ForwardedRevision[];
  /** The counted revisions of the snapshot before; none on the first day. */
  readonly previous: readonly ForwardedRevision[];
  /** Newest event of the day by unit. */
  readonly newestState: ReadonlyMap<string, KnownState>;
  readonly isDue: boolean;
  /** The reference list as of the operation day. */
  readonly chemicals: ListedChemicals;
}

/** Counts a day by docs/counting-rules.md. */
export function consolidateDay(input: ConsolidationInput): DayFigures {
  const { plan, operationDay, newest } = input;
  const counted = countedRevisions(newest);
  const ofDay = counted.filter((revision) => revision.operationDay === operationDay);
  const now = contributionsOf(counted);
  const before = contributionsOf(input.previous);
  const all = [...now.values()];
  const day = all.filter(({ revision }) => revision.operationDay === operationDay);
  const countries = new UnitCountries(plan.units);
  const coverage = coverageOf(plan.units, operationDay, knowledgeOf(input));
  const participants = plan.countries.map(({ code }) => code);
  return {
    coverage,
    day: figuresOf(day),
    cumulative: figuresOf(all),
    sum: cumulativeSum(operationDay, now, before),
    countries: countryFigures(participants, coverage, day, all, countries),
    ...countTables(ofDay, counted),
    chemicals: chemicalTable(ofDay, counted, input.chemicals),
    cases: snapshotCases(operationDay, now, before, countries, input.chemicals),
    earlierDayChanges: earlierDayChanges({ day: operationDay, newest, now, before, countries }),
    followUps: [],
    dataQuality: dataQualityNotes(ofDay, countries),
  };
}

function knowledgeOf({ newest, operationDay, newestState, isDue }: ConsolidationInput): CoverageKnowledge {
  const ofDay = newest.filter((revision) => revision.operationDay === operationDay);
  return { forwarded: new Map(ofDay.map((revision) => [revision.unit, revision])), newestState, isDue };
}
