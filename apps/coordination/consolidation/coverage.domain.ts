import { type UnitCoverage } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type CoverageState } from '#libs/contracts/vocabulary.js';
import { type ForwardedRevision } from './basis.domain.js';

/** State of the newest event of a unit-day, as far as it is known; questions about forwarded revisions are none. */
export type KnownState = 'submitted' | 'returned' | 'held' | 'withdrawn' | 'forwarded';

/** What coverage asks of a forwarded revision. */
export type ForwardedMarks = Pick<ForwardedRevision, 'kind' | 'revision' | 'onTime' | 'forwardedRevisions'>;

/** What coverage is decided from. */
export interface CoverageKnowledge {
  /** Newest forwarded revision of the day by unit, void or not. */
  readonly forwarded: ReadonlyMap<string, ForwardedMarks>;
  /** Newest event of the day by unit, questions and their answers set aside. */
  readonly newestState: ReadonlyMap<string, KnownState>;
  /** Whether the cut-off of the day has passed. */
  readonly isDue: boolean;
}

/**
 * The state of every unit of the plan on the day, by unit id: exactly one each, so that they always add up to 100 %.
 */
export function coverageOf(
  units: readonly PlanUnit[],
  operationDay: string,
  known: CoverageKnowledge,
): UnitCoverage[] {
  return [...units]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((unit) => {
      const forwarded = known.forwarded.get(unit.id);
      const counted = forwarded?.kind === 'void' ? undefined : forwarded;
      return {
        unit: unit.id,
        country: unit.country,
        name: unit.name,
        state: stateOf(unit, operationDay, counted, known),
        nil: counted?.kind === 'nil',
        corrected: (counted?.forwardedRevisions ?? 0) > 1,
        ...(counted && { revision: counted.revision }),
      };
    });
}

function stateOf(
  unit: PlanUnit,
  operationDay: string,
  counted: ForwardedMarks | undefined,
  known: CoverageKnowledge,
): CoverageState {
  if (counted) return counted.onTime ? 'on_time' : 'late';
  const newest = known.newestState.get(unit.id);
  if (newest === 'submitted' || newest === 'held') return 'with_contact_point';
  if (newest === 'returned') return 'returned';
  if (unit.closedDays?.includes(operationDay)) return 'not_expected';
  return known.isDue ? 'missing' : 'not_due';
}

/** Units of which a report is expected. */
export function expectedUnits(coverage: readonly UnitCoverage[]): UnitCoverage[] {
  return coverage.filter((unit) => unit.state !== 'not_expected');
}

/** Units whose report is in the figures. */
export function reportedUnits(coverage: readonly UnitCoverage[]): UnitCoverage[] {
  return coverage.filter((unit) => unit.state === 'on_time' || unit.state === 'late');
}
