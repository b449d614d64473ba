import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { daysFromTo } from '#libs/reference/operation-day.js';
import { addCoordination } from './coordination-unit.js';
import { DISPLACED_DAY, drawDeviations, fixturesOf } from './deviations.js';
import { addFollowUps, tellLateFollowUps } from './follow-ups.js';
import { planJourneys } from './journeys.js';
import { addRefusals } from './refusals.js';
import { nilReport, reportOf } from './report-content.js';
import { type Scenario, type ScenarioInput, type UnitDayKey, unitDayKey } from './scenario.types.js';
import { StepList, UnitDesk } from './step-list.js';
import { NumberMaker } from './transport-numbers.js';
import { controlsOn, fillUnitDay } from './unit-day-sightings.js';
import { tellUnitDay } from './unit-day-story.js';

/** Days at both ends that have only ordinary reports, so that a later closing counts everything that comes late. */
const ORDINARY_AT_START = 1;
const ORDINARY_AT_END = 4;

/** What every unit has to report, in the order of days and of the plan's units. */
function contents(input: ScenarioInput, days: readonly string[]): Map<UnitDayKey, DailyReportContent> {
  const { plan } = input;
  const numbers = new NumberMaker();
  const journeys = planJourneys(input, days, numbers);
  const fixtures = new Map(fixturesOf(plan).map((one) => [unitDayKey(one.unit, one.day), one]));
  const reports = new Map<UnitDayKey, DailyReportContent>();
  for (const day of days) {
    for (const unit of plan.units) {
      if (unit.closedDays?.includes(day)) continue;
      const key = unitDayKey(unit.id, day);
      const fixture = fixtures.get(key);
      const planned = journeys.get(key) ?? [];
      const count = controlsOn(input, unit, day);
      if (count === 0 && !fixture) {
        const holiday = plan.countries.some(
          ({ code, holidays }) => code === unit.country && holidays?.includes(day),
        );
        reports.set(key, nilReport(input, unit, day, holiday ? 'closed' : 'no_traffic'));
        continue;
      }
      const more = fillUnitDay(input, numbers, unit, day, Math.max(count - planned.length, 1));
      reports.set(key, reportOf(input, unit, day, [...planned, ...more], fixture));
    }
  }
  return reports;
}

function eligible(
  reports: ReadonlyMap<UnitDayKey, DailyReportContent>,
  days: readonly string[],
): UnitDayKey[] {
  const inside = days.slice(ORDINARY_AT_START, -ORDINARY_AT_END);
  return [...reports]
    .filter(([, { operationDay, lines }]) => inside.includes(operationDay) && (lines ?? []).length >= 3)
    .map(([key]) => key);
}

/**
 * The requests of the operation: a seeded, invented replay of what its units, contact points and the OCU send. It reads
 * no clock and no random source but the seed: the same input gives the same bytes.
 *
 * @throws RangeError when the reference data lacks a chemical that the scenario trades in.
 */
export function generateScenario(input: ScenarioInput): Scenario {
  const { plan, seed } = input;
  const days = daysFromTo(plan.firstDay, plan.lastDay);
  const reports = contents(input, days);
  addFollowUps(input, reports);
  const deviations = drawDeviations(input, eligible(reports, days));
  const steps = new StepList();
  for (const unit of plan.units) {
    const desk = new UnitDesk(input, steps, unit);
    for (const day of days) {
      const key = unitDayKey(unit.id, day);
      const content = reports.get(key);
      // The report of the displaced day is sent later, by the story of the day after.
      if (!content || key === DISPLACED_DAY) continue;
      const deviation = deviations.get(key);
      const displaced = deviation === 'wrong-day-then-found' ? reports.get(DISPLACED_DAY) : undefined;
      tellUnitDay({ input, desk, day, content, ...(displaced && { displaced }) }, deviation);
    }
    tellLateFollowUps(input, desk);
  }
  const model = [...reports.values()].find(({ lines }) => lines && lines.length > 0);
  if (model) addRefusals(input, steps, model);
  addCoordination(input, steps, days);
  return { operation: plan.code, seed, steps: steps.inOrder() };
}
