import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { cutOffOf, daysFromTo } from '#libs/reference/operation-day.js';
import {
  coverageOf,
  expectedUnits,
  reportedUnits,
  type CoverageKnowledge,
} from '../consolidation/coverage.domain.js';
import { closingProposedAt } from '../grace/proposed-closing.domain.js';
import { liveMarks, type LiveKnowledge } from './live-marks.domain.js';
import { type DayCoverage } from './operation-day.answers.dto.js';

/** What is known of the reports of one day. */
export type DayKnowledge = Omit<CoverageKnowledge, 'isDue'> & LiveKnowledge;

const NOTHING_KNOWN: DayKnowledge = { forwarded: new Map(), newestState: new Map(), queried: new Set() };

/**
 * The coverage of every day of the operation, the first one first.
 * @param now instant (UTC) that decides what is due
 * @param extensions minutes by which the grace of a day was extended
 */
export function coverageOfDays(
  plan: OperationPlan,
  known: ReadonlyMap<string, DayKnowledge>,
  now: string,
  extensions: ReadonlyMap<string, number> = new Map(),
): DayCoverage[] {
  return daysFromTo(plan.firstDay, plan.lastDay).map((operationDay) => {
    const cutOffAt = cutOffOf(plan, operationDay);
    const isDue = Date.parse(now) >= Date.parse(cutOffAt);
    const ofDay = known.get(operationDay) ?? NOTHING_KNOWN;
    const coverage = coverageOf(plan.units, operationDay, { ...ofDay, isDue });
    return {
      operationDay,
      cutOffAt,
      proposedAt: closingProposedAt(plan, operationDay, extensions.get(operationDay) ?? 0),
      unitsExpected: expectedUnits(coverage).length,
      unitsReported: reportedUnits(coverage).length,
      unitsNil: coverage.filter(({ nil }) => nil).length,
      units: coverage.map(({ unit, state, nil, corrected }) => ({
        unit,
        state,
        nil,
        corrected,
        ...liveMarks(unit, ofDay),
      })),
    };
  });
}
