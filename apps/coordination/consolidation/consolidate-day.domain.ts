import {
  type CountryFigures,
  type CumulativeSum,
  type DataQualityNote,
  type EarlierDayChange,
  type SnapshotCase,
  type UnitCoverage,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type ChemicalFigures, type Figures } from '#libs/contracts/operation-day/figures.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { countedRevisions, unitDayKey, type ForwardedRevision } from './basis.domain.js';
import { contributionsOf, type AttributedCase, type Contribution } from './contributions.domain.js';
import { coverageOf, expectedUnits, reportedUnits, type KnownState } from './coverage.domain.js';
import { cumulativeSum, earlierDayChanges } from './cumulative-sum.domain.js';
import { dataQualityNotes } from './data-quality.domain.js';
import { chemicalTable, countTables, figuresOf, type CountTables } from './tables.domain.js';

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
  /** Whether the chemical is under control on the operation day. */
  readonly isControlled: (chemical: string) => boolean;
}

/** The consolidated day: the figures of a snapshot before it gets its number. */
export interface ConsolidatedDay extends CountTables {
  readonly coverage: UnitCoverage[];
  readonly day: Figures;
  readonly cumulative: Figures;
  readonly sum: CumulativeSum;
  readonly countries: CountryFigures[];
  readonly chemicals: ChemicalFigures[];
  readonly cases: SnapshotCase[];
  readonly earlierDayChanges: EarlierDayChange[];
  readonly dataQuality: DataQualityNote[];
}

/** Counts a day by docs/counting-rules.md. */
export function consolidateDay(input: ConsolidationInput): ConsolidatedDay {
  const counted = countedRevisions(input.newest);
  const ofDay = counted.filter((revision) => revision.operationDay === input.operationDay);
  const now = contributionsOf(counted);
  const before = contributionsOf(input.previous);
  const dayContributions = ofDay.map((revision) => requireContribution(now, revision));
  const countryOf = new Map(input.plan.units.map((unit) => [unit.id, unit.country]));
  const coverage = coverageOf(input.plan.units, input.operationDay, {
    forwarded: new Map(
      input.newest
        .filter((revision) => revision.operationDay === input.operationDay)
        .map((revision) => [revision.unit, revision]),
    ),
    newestState: input.newestState,
    isDue: input.isDue,
  });
  return {
    coverage,
    day: figuresOf(dayContributions),
    cumulative: figuresOf([...now.values()]),
    sum: cumulativeSum(input.operationDay, now, before),
    countries: countryFigures(input.plan, coverage, dayContributions, [...now.values()], countryOf),
    ...countTables(ofDay, counted),
    chemicals: chemicalTable(ofDay, counted, input.isControlled),
    cases: snapshotCases(input.operationDay, now, before, countryOf),
    earlierDayChanges: earlierDayChanges(input.operationDay, input.newest, now, before).map((change) => ({
      ...change,
      country: countryOf.get(change.unit) ?? change.unit.slice(0, 2),
    })),
    dataQuality: dataQualityNotes(ofDay, countryOf),
  };
}

function requireContribution(
  contributions: ReadonlyMap<string, Contribution>,
  revision: ForwardedRevision,
): Contribution {
  const contribution = contributions.get(unitDayKey(revision));
  if (!contribution) throw new Error(`Unit-day ${unitDayKey(revision)} has no contribution.`);
  return contribution;
}

/** The country for which a case counts: the seizing one for a seizure, else the unit's. */
function caseCountry(attributed: AttributedCase, countryOf: ReadonlyMap<string, string>): string {
  const own = countryOf.get(attributed.unit) ?? attributed.unit.slice(0, 2);
  return attributed.entry.kind === 'seizure' ? (attributed.entry.seizedBy ?? own) : own;
}

function countryFigures(
  plan: OperationPlan,
  coverage: readonly UnitCoverage[],
  day: readonly Contribution[],
  cumulative: readonly Contribution[],
  countryOf: ReadonlyMap<string, string>,
): CountryFigures[] {
  const figures = (country: string, set: readonly Contribution[]): Figures => ({
    ...figuresOf(set.filter((contribution) => countryOf.get(contribution.revision.unit) === country)),
    ...casesOf(country, set, countryOf),
  });
  return plan.countries
    .map((country) => country.code)
    .sort()
    .map((country) => {
      const units = coverage.filter((unit) => unit.country === country);
      return {
        country,
        unitsExpected: expectedUnits(units).length,
        unitsReported: reportedUnits(units).length,
        unitsNil: units.filter((unit) => unit.nil).length,
        day: figures(country, day),
        cumulative: figures(country, cumulative),
      };
    });
}

function casesOf(
  country: string,
  set: readonly Contribution[],
  countryOf: ReadonlyMap<string, string>,
): Pick<Figures, 'seizures' | 'detentions'> {
  const own = set
    .flatMap((contribution) => contribution.cases)
    .filter((attributed) => caseCountry(attributed, countryOf) === country);
  const count = (kind: string): number => own.filter((attributed) => attributed.entry.kind === kind).length;
  return { seizures: count('seizure'), detentions: count('detention') };
}

/** Cases of the day, and of earlier unit-days that this snapshot is the first to count; routine handling only. */
function snapshotCases(
  operationDay: string,
  now: ReadonlyMap<string, Contribution>,
  before: ReadonlyMap<string, Contribution>,
  countryOf: ReadonlyMap<string, string>,
): SnapshotCase[] {
  const shown = [...now].filter(
    ([key, { revision }]) => revision.operationDay === operationDay || !before.has(key),
  );
  return shown
    .flatMap(([, contribution]) => contribution.cases)
    .filter((attributed) => (attributed.entry.handling ?? 'routine') === 'routine')
    .map((attributed) => snapshotCase(attributed, caseCountry(attributed, countryOf)))
    .sort((a, b) => compare(a.country, b.country) || compare(a.caseId, b.caseId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function snapshotCase({ entry, unit, operationDay }: AttributedCase, country: string): SnapshotCase {
  const {
    caseId,
    kind,
    substance,
    chemical,
    certainty,
    quantity,
    packages,
    detectionMethod,
    detectedBy,
    seizedBy,
  } = entry;
  return {
    country,
    caseId,
    unit,
    operationDay,
    kind,
    substance,
    certainty,
    detectedBy,
    ...(chemical !== undefined && { chemical }),
    ...(quantity && { amount: quantity.amount, unitOfMeasure: quantity.unit }),
    ...(packages !== undefined && { packages }),
    ...(detectionMethod !== undefined && { detectionMethod }),
    ...(seizedBy !== undefined && { seizedBy }),
    ...(entry.bulletinText && { text: entry.bulletinText }),
  };
}
