import { attributeCases } from './attribution.js';
import { unitDaysAfter, type UnitDay } from './basis.js';
import { cutOffOf, daysOf } from './calendar.js';
import { changesBefore, cumulativeSum, type Counted } from './changes.js';
import { coverage } from './coverage.js';
import { add, combine, figures, linesOf } from './figures.js';
import { effectsOf } from './follow-ups.js';
import { readHistory, type Closing } from './history.js';
import { type Happening } from './happening.js';
import { listedCases } from './listed-cases.js';
import { listedFollowUps, unmatchedFollowUps } from './listed-follow-ups.js';
import {
  type ExpectedCountry,
  type ExpectedCoverage,
  type ExpectedDay,
  type ExpectedFigures,
  type OracleChemical,
  type OraclePlan,
  type OracleStep,
} from './oracle.types.js';
import { revisedEdition, saysNothingElse, type Edition } from './revised-edition.js';
import { chemicalTable, countersDiffer, declaredCounters, lineTables } from './tables.js';

/** What was counted when this many things had happened, over the days up to the given one. */
function countedAt(plan: OraclePlan, day: string, happenings: readonly Happening[]): Counted {
  const unitDays = unitDaysAfter(plan.units, daysOf(plan.firstDay, day), happenings);
  const cases = attributeCases(unitDays);
  return { unitDays, cases, effects: effectsOf({ unitDays, cases }) };
}

/** All that is counted, of one country or of all. */
function cumulativeFigures({ unitDays, cases, effects }: Counted, country?: string): ExpectedFigures {
  const isMeant = (one: { country: string }): boolean => country === undefined || one.country === country;
  const own = figures(linesOf(unitDays.filter(isMeant)), cases.filter(isMeant));
  return combine(own, 1, add(effects.filter(isMeant).map(({ difference }) => difference)));
}

function countryRow(
  country: string,
  periodFrom: string,
  now: Counted,
  states: readonly ExpectedCoverage[],
): ExpectedCountry {
  const own = states.filter((unit) => unit.country === country);
  const isOfPeriod = (one: { country: string; day: string }): boolean =>
    one.country === country && one.day >= periodFrom;
  return {
    country,
    unitsExpected: own.filter(({ state }) => state !== 'not_expected').length,
    unitsReported: own.filter(({ state }) => state === 'on_time' || state === 'late').length,
    unitsNil: own.filter(({ nil }) => nil).length,
    day: figures(linesOf(now.unitDays.filter(isOfPeriod)), now.cases.filter(isOfPeriod)),
    cumulative: cumulativeFigures(now, country),
  };
}

/** What one edition of a day is counted from. */
interface Fixed {
  readonly closing: Closing;
  readonly number: number;
  readonly revision: number;
  /** First day that counts as the edition's own. */
  readonly periodFrom: string;
  readonly now: Counted;
  readonly before: Counted;
}

function expectedDay(
  plan: OraclePlan,
  { closing, number, revision, periodFrom, now, before }: Fixed,
  chemicals: readonly OracleChemical[] | undefined,
): Edition['expected'] {
  const { day } = closing;
  const isSupplementary = day > plan.lastDay;
  const ofPeriod: UnitDay[] = now.unitDays.filter((one) => one.day >= periodFrom);
  const cutOffMs = cutOffOf(day, plan.cutOff, plan.coordinationTimeZone);
  const moment = { cutOffMs, closedMs: Date.parse(closing.at) };
  const states = isSupplementary ? [] : coverage(plan, ofPeriod, moment);
  const differing = countersDiffer(ofPeriod);
  const unmatched = unmatchedFollowUps(periodFrom, now);
  const countries = plan.countries.map(({ code }) => code).sort();
  return {
    operationDay: day,
    kind: isSupplementary ? 'supplementary' : 'daily',
    periodFrom,
    number,
    revision,
    dayNumber: daysOf(plan.firstDay, day).length,
    dayCount: daysOf(plan.firstDay, plan.lastDay).length,
    cutOffAt: new Date(cutOffMs).toISOString(),
    closedAt: new Date(moment.closedMs).toISOString(),
    basisCount: now.unitDays.filter(({ counted }) => counted).length,
    coverage: states,
    day: figures(
      linesOf(ofPeriod),
      now.cases.filter((one) => one.day >= periodFrom),
    ),
    cumulative: cumulativeFigures(now),
    sum: cumulativeSum(periodFrom, now, before),
    countries: countries.map((code) => countryRow(code, periodFrom, now, states)),
    ...lineTables(ofPeriod, now.unitDays),
    declaredCounters: declaredCounters(ofPeriod, now.unitDays),
    chemicals: chemicalTable(day, ofPeriod, now.unitDays, chemicals),
    cases: listedCases(periodFrom, now, before, chemicals),
    earlierDayChanges: changesBefore(periodFrom, now, before),
    followUps: listedFollowUps(now, before, chemicals),
    ...(differing && { countersDifferFromLines: differing }),
    ...(unmatched && { followUpsUnmatched: unmatched }),
  };
}

const NOTHING_BEFORE: Counted = { unitDays: [], cases: [], effects: [] };

/** Number, period and snapshot before: of a first edition by what was closed, of a further one those of its original. */
function placeOf(
  plan: OraclePlan,
  { day, isRevision }: Closing,
  done: readonly Fixed[],
): Pick<Fixed, 'number' | 'revision' | 'periodFrom' | 'before'> {
  if (isRevision) {
    const original = done.findLast(({ closing }) => closing.day === day);
    if (!original) throw new Error(`${day} is revised, but was never closed`);
    return { ...original, revision: original.revision + 1 };
  }
  const firstEditions = done.filter(({ revision }) => revision === 0);
  const closedBefore = firstEditions.at(-1)?.closing.day;
  const newest = done.findLast(({ closing }) => closing.day === closedBefore);
  const [, dayAfter = day] = closedBefore === undefined ? [] : daysOf(closedBefore, day);
  return {
    number: firstEditions.length + 1,
    revision: 0,
    periodFrom: day > plan.lastDay ? dayAfter : day,
    before: newest?.now ?? NOTHING_BEFORE,
  };
}

/**
 * The expected figures of every edition of every closed day, in the order in which they were closed, recomputed from
 * scratch for each one out of the accepted requests, by docs/counting-rules.md alone. Shares no code with the product.
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
  const done: Fixed[] = [];
  const editions: Edition[] = [];
  return closings.flatMap((closing) => {
    const now = countedAt(plan, closing.day, happenings.slice(0, closing.happenedBefore));
    const fixed: Fixed = { ...placeOf(plan, closing, done), closing, now };
    const edition = { expected: expectedDay(plan, fixed, chemicals), now };
    const editionBefore = editions.findLast(({ expected }) => expected.operationDay === closing.day);
    const revised = editionBefore && revisedEdition(edition, editionBefore);
    if (revised && saysNothingElse(edition, editionBefore, revised)) return [];
    done.push(fixed);
    editions.push(edition);
    return [{ ...edition.expected, ...(revised && { revised }) }];
  });
}
