import { type UnitDay } from './basis.js';
import { totalsByMeasure } from './exact-sum.js';
import { linesOf } from './figures.js';
import { decidedOutcomes } from './follow-ups.js';
import {
  type ExpectedChemical,
  type ExpectedCount,
  type ExpectedNote,
  type OracleChemical,
  type OracleLine,
} from './oracle.types.js';

const KINDS = ['container', 'wagon', 'truck', 'other'];
const REGIMES = ['import', 'export', 'transit'];
const METHODS = 'document_check probe weighing hazmatid miee xray test_kit dog laboratory'.split(' ');
const OUTCOMES = ['released', 'detained', 'seized', 'pending', 'returned_to_sender'];
const COUNTERS = (
  'profiled selected inspected examined xRayed sampled fieldTested dog weighed ' +
  'withDiscrepancy detained seized released pending'
).split(' ');

function tally(
  codes: readonly string[],
  day: readonly OracleLine[],
  all: readonly OracleLine[],
  has: (line: OracleLine, code: string) => boolean,
): ExpectedCount[] {
  const count = (lines: readonly OracleLine[], code: string): number =>
    lines.filter((line) => has(line, code)).length;
  return codes
    .map((code) => ({ code, day: count(day, code), cumulative: count(all, code) }))
    .filter(({ cumulative }) => cumulative > 0);
}

/** The four tables of lines by code. */
export function lineTables(
  day: readonly UnitDay[],
  basis: readonly UnitDay[],
): Record<'byTransportKind' | 'byRegime' | 'byMethod' | 'byOutcome', ExpectedCount[]> {
  const [today, all] = [linesOf(day), linesOf(basis)];
  return {
    byTransportKind: tally(KINDS, today, all, (line, code) => line.transportKind === code),
    byRegime: tally(REGIMES, today, all, (line, code) => line.regime === code),
    byMethod: tally(METHODS, today, all, (line, code) => (line.methods ?? []).includes(code)),
    byOutcome: outcomes(today, basis),
  };
}

/** The cumulative column tells what was decided later. */
function outcomes(today: readonly OracleLine[], basis: readonly UnitDay[]): ExpectedCount[] {
  const decided = decidedOutcomes(basis);
  return OUTCOMES.map((code) => ({
    code,
    day: today.filter((line) => line.outcome === code).length,
    cumulative: decided.filter((one) => one.decided === code).length,
  })).filter(({ day, cumulative }) => day > 0 || cumulative > 0);
}

function declared(unitDays: readonly UnitDay[], counter: string): number[] {
  return unitDays
    .flatMap(({ counters }) => counters)
    .map((entry) => entry[counter])
    .filter((value) => typeof value === 'number');
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Sums of declared counters; a declared 0 is shown, a counter nobody declared is not. */
export function declaredCounters(day: readonly UnitDay[], basis: readonly UnitDay[]): ExpectedCount[] {
  return COUNTERS.filter((code) => declared(basis, code).length > 0).map((code) => ({
    code,
    day: sumOf(declared(day, code)),
    cumulative: sumOf(declared(basis, code)),
  }));
}

function entryDiffers(entry: Readonly<Record<string, unknown>>, lines: readonly OracleLine[]): boolean {
  const own = lines.filter(
    (line) => line.transportKind === entry['transportKind'] && line.regime === entry['regime'],
  );
  return entry['examined'] !== own.filter(({ act }) => act === 'examination').length;
}

/** Units with a declared `examined` that differs from their lines of its kind and regime. */
export function countersDiffer(day: readonly UnitDay[]): ExpectedNote | undefined {
  const differing = day.filter(({ counters, lines }) => counters.some((entry) => entryDiffers(entry, lines)));
  if (differing.length === 0) return undefined;
  return { count: differing.length, countries: [...new Set(differing.map(({ country }) => country))].sort() };
}

/** Whether a chemical gets a row and a name; without a list every one does. */
export const isListed = (list: readonly OracleChemical[] | undefined, chemical: string): boolean =>
  list === undefined || list.some(({ id }) => id === chemical);

const chemicalsIn = (line: OracleLine): string[] =>
  [...line.goods, ...(line.found ?? [])].flatMap(({ chemical }) => chemical ?? []);

function quantities(lines: readonly OracleLine[], chemical: string): { unit: string; amount: string }[] {
  const goods = lines.flatMap((line) => line.goods).filter((good) => good.chemical === chemical);
  return totalsByMeasure(goods.flatMap(({ net }) => net ?? []));
}

/** Chemicals of the list by id with exact quantities; `controlled` only where the list is given. */
export function chemicalTable(
  operationDay: string,
  day: readonly UnitDay[],
  basis: readonly UnitDay[],
  list: readonly OracleChemical[] | undefined,
): ExpectedChemical[] {
  const today = linesOf(day);
  const all = linesOf(basis);
  const ids = [...new Set(all.flatMap(chemicalsIn))].filter((id) => isListed(list, id)).sort();
  const naming = (lines: readonly OracleLine[], chemical: string): OracleLine[] =>
    lines.filter(({ goods, found }) =>
      [goods, found ?? []].some((named) => named.some((one) => one.chemical === chemical)),
    );
  return ids.map((chemical) => {
    const since = list?.find(({ id }) => id === chemical)?.controlledSince;
    const [dayLines, allLines] = [naming(today, chemical), naming(all, chemical)];
    return {
      chemical,
      ...(list && { controlled: typeof since === 'string' && since <= operationDay }),
      dayControls: dayLines.length,
      cumulativeControls: allLines.length,
      dayQuantity: quantities(dayLines, chemical),
      cumulativeQuantity: quantities(allLines, chemical),
    };
  });
}
