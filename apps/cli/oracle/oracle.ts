import { attributeCases } from './attribution.js';
import { unitDaysAfter, type UnitDay } from './basis.js';
import { cutOffOf, daysOf } from './calendar.js';
import { cumulativeSum, earlierDayChanges, type Counted } from './changes.js';
import { coverage } from './coverage.js';
import { figures, linesOf } from './figures.js';
import { readHistory, type Closing, type Happening } from './history.js';
import { listedCases } from './listed-cases.js';
import {
  type ExpectedCountry,
  type ExpectedCoverage,
  type ExpectedDay,
  type OracleChemical,
  type OraclePlan,
  type OracleStep,
} from './oracle.types.js';
import { chemicalTable, countersDiffer, declaredCounters, lineTables } from './tables.js';

/** What was counted when this many things had happened, over the days up to the given one. */
function countedAt(plan: OraclePlan, days: readonly string[], happenings: readonly Happening[]): Counted {
  const unitDays = unitDaysAfter(plan.units, days, happenings);
  return { unitDays, cases: attributeCases(unitDays) };
}

function countryRow(
  country: string,
  ofDay: readonly UnitDay[],
  now: Counted,
  states: readonly ExpectedCoverage[],
): ExpectedCountry {
  const own = states.filter((unit) => unit.country === country);
  const cases = now.cases.filter((one) => one.country === country);
  const day = ofDay[0]?.day;
  const ofCountry = (all: readonly UnitDay[]): UnitDay[] => all.filter((one) => one.country === country);
  return {
    country,
    unitsExpected: own.filter(({ state }) => state !== 'not_expected').length,
    unitsReported: own.filter(({ state }) => state === 'on_time' || state === 'late').length,
    unitsNil: own.filter(({ nil }) => nil).length,
    day: figures(
      linesOf(ofCountry(ofDay)),
      cases.filter((one) => one.day === day),
    ),
    cumulative: figures(linesOf(ofCountry(now.unitDays)), cases),
  };
}

function expectedDay(
  plan: OraclePlan,
  closing: Closing,
  now: Counted,
  before: Counted,
  chemicals: readonly OracleChemical[] | undefined,
): ExpectedDay {
  const { day } = closing;
  const days = daysOf(plan.firstDay, plan.lastDay);
  const ofDay = now.unitDays.filter((one) => one.day === day);
  const cutOffMs = cutOffOf(day, plan.cutOff, plan.coordinationTimeZone);
  const states = coverage(plan, ofDay, { cutOffMs, closedMs: Date.parse(closing.at) });
  const differing = countersDiffer(ofDay);
  const countries = plan.countries.map(({ code }) => code).sort();
  return {
    operationDay: day,
    dayNumber: days.indexOf(day) + 1,
    dayCount: days.length,
    cutOffAt: new Date(cutOffMs).toISOString(),
    closedAt: new Date(Date.parse(closing.at)).toISOString(),
    basisCount: now.unitDays.filter(({ counted }) => counted).length,
    coverage: states,
    day: figures(
      linesOf(ofDay),
      now.cases.filter((one) => one.day === day),
    ),
    cumulative: figures(linesOf(now.unitDays), now.cases),
    sum: cumulativeSum(day, now, before),
    countries: countries.map((code) => countryRow(code, ofDay, now, states)),
    ...lineTables(ofDay, now.unitDays),
    declaredCounters: declaredCounters(ofDay, now.unitDays),
    chemicals: chemicalTable(day, ofDay, now.unitDays, chemicals),
    cases: listedCases(day, now, before, chemicals),
    earlierDayChanges: earlierDayChanges(day, now, before),
    ...(differing && { countersDifferFromLines: differing }),
  };
}

/**
 * The expected figures of every closed day, recomputed from scratch for each one out of the accepted requests, by
 * docs/counting-rules.md alone. Shares no code with the product.
 *
 * @param plan the Operation Plan as a plain object.
 * @param steps requests in the order in which they were sent; `expect` is the status each was answered with. A closing
 * (202) counts what was forwarded before it.
 * @param chemicals the reference list; without it `controlled` is left out and not compared, and every chemical is listed.
 */
export function expectedDays(
  plan: OraclePlan,
  steps: readonly OracleStep[],
  chemicals?: readonly OracleChemical[],
): ExpectedDay[] {
  const { happenings, closings } = readHistory(plan.code, steps);
  let before: Counted = { unitDays: [], cases: [] };
  return closings.map((closing) => {
    const days = daysOf(plan.firstDay, closing.day);
    const now = countedAt(plan, days, happenings.slice(0, closing.happenedBefore));
    const expected = expectedDay(plan, closing, now, before, chemicals);
    before = now;
    return expected;
  });
}
