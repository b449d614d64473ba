import {
  type ChemicalFigures,
  type CountEntry,
  type Figures,
  type MeasureTotal,
} from '#libs/contracts/operation-day/figures.dto.js';
import { COUNTERS, METHODS, OUTCOMES, REGIMES, TRANSPORT_KINDS } from '#libs/contracts/vocabulary.js';
import { totalByKind } from '#libs/reference/measures/quantity.js';
import { type ForwardedRevision } from './basis.domain.js';
import { type Contribution } from './contributions.domain.js';
import { sumFigures } from './figures.domain.js';
import { type ListedChemicals } from './listed-chemicals.js';
import { type Counts, type ReportTally } from './report-tally.domain.js';

/** The additive figures of some contributions with the distinct counts over the same set. */
export function figuresOf(contributions: readonly Contribution[]): Figures {
  const distinct = (keys: (tally: ReportTally) => readonly string[]): number =>
    new Set(contributions.flatMap((contribution) => keys(contribution.revision.tally))).size;
  return {
    ...sumFigures(contributions.map((contribution) => contribution.figures)),
    transportUnits: distinct((tally) => tally.transportUnits),
    consignments: distinct((tally) => tally.consignments),
  };
}

/** The four tables of controls and the one of declared counters, day beside cumulative. */
export interface CountTables {
  readonly byTransportKind: CountEntry[];
  readonly byRegime: CountEntry[];
  readonly byMethod: CountEntry[];
  readonly byOutcome: CountEntry[];
  readonly declaredCounters: CountEntry[];
}

interface TableOptions {
  /** Shows a code that was told as 0. */
  readonly keepZero?: boolean;
  readonly shifts?: OutcomeShifts;
}

const NO_SHIFTS: OutcomeShifts = new Map();

/** Lines more (or less) of each outcome after the decisions of follow-ups. */
export type OutcomeShifts = ReadonlyMap<string, number>;

/**
 * Counts by code. Codes without any control in either column are left out; a declared counter is shown also where it is
 * 0, because declared zero is not blank. The cumulative column of the outcomes is told after the decisions.
 */
export function countTables(
  day: readonly ForwardedRevision[],
  cumulative: readonly ForwardedRevision[],
  decided: OutcomeShifts,
): CountTables {
  const table = (
    codes: readonly string[],
    counts: (tally: ReportTally) => Counts,
    { keepZero = false, shifts = NO_SHIFTS }: TableOptions = {},
  ): CountEntry[] =>
    codes.flatMap((code) => {
      const of = (set: readonly ForwardedRevision[]): number[] =>
        set.map((revision) => counts(revision.tally)[code]).filter((count) => count !== undefined);
      const known = of(cumulative);
      const entry = { code, day: sum(of(day)), cumulative: sum(known) + (shifts.get(code) ?? 0) };
      return entry.day > 0 || entry.cumulative > 0 || (keepZero && known.length > 0) ? [entry] : [];
    });
  return {
    byTransportKind: table(TRANSPORT_KINDS, (tally) => tally.byTransportKind),
    byRegime: table(REGIMES, (tally) => tally.byRegime),
    byMethod: table(METHODS, (tally) => tally.byMethod),
    byOutcome: table(OUTCOMES, (tally) => tally.byOutcome, { shifts: decided }),
    declaredCounters: table(COUNTERS, (tally) => tally.declared, { keepZero: true }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Controls and exact quantities of every listed chemical that a counted line names, by id: never more rows than the list has. */
export function chemicalTable(
  day: readonly ForwardedRevision[],
  cumulative: readonly ForwardedRevision[],
  chemicals: ListedChemicals,
): ChemicalFigures[] {
  const named = new Set(cumulative.flatMap((revision) => Object.keys(revision.tally.chemicals)));
  const ids = [...named].filter((id) => chemicals.isListed(id)).sort();
  return ids.map((chemical) => ({
    chemical,
    controlled: chemicals.isControlled(chemical),
    dayControls: controlsOf(day, chemical),
    cumulativeControls: controlsOf(cumulative, chemical),
    dayQuantity: quantityOf(day, chemical),
    cumulativeQuantity: quantityOf(cumulative, chemical),
  }));
}

function controlsOf(revisions: readonly ForwardedRevision[], chemical: string): number {
  return sum(revisions.map((revision) => revision.tally.chemicals[chemical]?.controls ?? 0));
}

function quantityOf(revisions: readonly ForwardedRevision[], chemical: string): MeasureTotal[] {
  const totals = totalByKind(
    revisions.flatMap((revision) => revision.tally.chemicals[chemical]?.quantity ?? []),
  );
  return totals.map(({ unit, amount }) => ({ unit, amount }));
}
