import { type DayFigures } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { countedRevisions, type ForwardedRevision } from './basis.domain.js';
import { contributionsOf } from './contributions.domain.js';
import { countedFollowUps } from './counted-follow-ups.domain.js';
import { countryFigures, withEffect } from './country-figures.domain.js';
import { coverageOf, type CoverageKnowledge, type KnownState } from './coverage.domain.js';
import { cumulativeSum } from './cumulative-sum.domain.js';
import { dataQualityNotes } from './data-quality.domain.js';
import { earlierDayChanges } from './earlier-day-changes.domain.js';
import { effectOf } from './follow-up-effect.domain.js';
import { resultsToTell } from './laboratory-results.domain.js';
import { type ListedChemicals } from './listed-chemicals.js';
import { isIn, kindOfDay, type Period } from './period.domain.js';
import { AS_REPORTED, type PrintedWords } from './printed-words.js';
import { snapshotCases } from './snapshot-cases.domain.js';
import { snapshotFollowUps } from './snapshot-follow-ups.domain.js';
import { chemicalTable, countTables, figuresOf } from './tables.domain.js';
import { UnitCountries } from './unit-countries.domain.js';
import { changesBefore } from './unit-day-changes.domain.js';

/** Everything a day is consolidated from. */
export interface ConsolidationInput {
  readonly plan: OperationPlan;
  readonly operationDay: string;
  /** The days that are counted as the day. */
  readonly period: Period;
  /** Newest forwarded revision of every unit-day up to and including the day, voided ones too. */
  readonly newest: readonly ForwardedRevision[];
  /** The counted revisions of the snapshot before; none on the first day. */
  readonly previous: readonly ForwardedRevision[];
  /** Revisions of its unit-days that were forwarded after those; further ones do no harm. */
  readonly forwardedSince: readonly ForwardedRevision[];
  /** Newest event of the day by unit, questions and their answers set aside. */
  readonly newestState: ReadonlyMap<string, KnownState>;
  readonly isDue: boolean;
  /** The reference list as of the operation day. */
  readonly chemicals: ListedChemicals;
  /** Absent: as the reports have them. */
  readonly words?: PrintedWords;
}

/** Counts a day by docs/counting-rules.md. */
export function consolidateDay(input: ConsolidationInput): DayFigures {
  const { plan, period, newest, chemicals, words = AS_REPORTED } = input;
  const counted = countedRevisions(newest);
  const ofDay = counted.filter((revision) => isIn(period, revision));
  const [now, before] = [contributionsOf(counted), contributionsOf(input.previous)];
  const all = [...now.values()];
  const day = all.filter(({ revision }) => isIn(period, revision));
  const countries = new UnitCountries(plan.units);
  const [followUps, followUpsBefore] = [countedFollowUps(now), countedFollowUps(before)];
  const effect = effectOf(followUps, countries);
  const isEarlier = (earlier: string): boolean => earlier < period.from;
  const changes = changesBefore({ isEarlier, now, before, forwardedSince: input.forwardedSince });
  const effectBefore = effectOf(followUpsBefore, countries).figures;
  const coverage = coverageOfDay(input);
  const results = resultsToTell(followUps);
  const participants = plan.countries.map(({ code }) => code);
  return {
    coverage,
    day: figuresOf(day),
    cumulative: withEffect(figuresOf(all), effect.figures),
    sum: cumulativeSum({ period, now, before, changes, effect: effect.figures, effectBefore }),
    countries: countryFigures(participants, coverage, day, all, countries, effect.byCountry),
    ...countTables(ofDay, counted, effect.outcomes),
    chemicals: chemicalTable(ofDay, counted, chemicals),
    cases: snapshotCases({ period, now, before, countries, chemicals, words, results }),
    earlierDayChanges: earlierDayChanges(changes, newest, countries),
    followUps: snapshotFollowUps(followUps, followUpsBefore, { countries, chemicals, words }),
    dataQuality: dataQualityNotes(
      ofDay,
      followUps.filter(({ carrier }) => isIn(period, carrier)),
      countries,
    ),
  };
}

/** No unit is expected on a supplementary day. */
function coverageOfDay({
  plan,
  newest,
  operationDay,
  newestState,
  isDue,
}: ConsolidationInput): DayFigures['coverage'] {
  if (kindOfDay(plan, operationDay) === 'supplementary') return [];
  const ofDay = newest.filter((revision) => revision.operationDay === operationDay);
  const forwarded = new Map(ofDay.map((revision) => [revision.unit, revision]));
  const known: CoverageKnowledge = { forwarded, newestState, isDue };
  return coverageOf(plan.units, operationDay, known);
}
