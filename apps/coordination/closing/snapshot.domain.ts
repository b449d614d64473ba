import {
  type DayFigures,
  type DaySnapshot,
  type RevisedEdition,
  type SealOverride,
  type SnapshotUnit,
  type SnapshotText,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { cutOffOf, daysBetween } from '#libs/reference/operation-day.js';
import { basisHash, type BasisReference } from '../consolidation/basis.domain.js';
import { kindOfDay } from '../consolidation/period.domain.js';
import { type Closing } from './closing.records.js';
import { withinLimits } from './snapshot-limits.domain.js';

/** What a snapshot says beside the figures. */
export interface SnapshotFrame {
  readonly plan: OperationPlan;
  readonly planVersion: number;
  readonly operationDay: string;
  /** First day of the period. */
  readonly periodFrom: string;
  readonly number: number;
  readonly revision: number;
  readonly referenceVersion: string;
  readonly basis: readonly BasisReference[];
  readonly closing: Closing;
  readonly previousSnapshotHash: string | undefined;
  readonly sealOverride: SealOverride | undefined;
  readonly texts: readonly SnapshotText[];
  /** Present from revision 1 on. */
  readonly revised: RevisedEdition | undefined;
}

/** Assembles the snapshot of a closed day, within its limits: the one thing that its bulletins are made of. */
export function snapshotOf(frame: SnapshotFrame, day: DayFigures): DaySnapshot {
  const { plan, operationDay, closing } = frame;
  const { code, name, marking, contact, scope, firstDay, lastDay, coordinationTimeZone } = plan;
  const kind = kindOfDay(plan, operationDay);
  return withinLimits({
    operation: { code, name, marking, contact, scope, firstDay, lastDay, coordinationTimeZone },
    operationDay,
    kind,
    periodFrom: frame.periodFrom,
    dayNumber: daysBetween(firstDay, operationDay) + 1,
    dayCount: daysBetween(firstDay, lastDay) + 1,
    number: frame.number,
    revision: frame.revision,
    cutOffAt: cutOffOf(plan, operationDay),
    closedAt: closing.requestedAt,
    planVersion: frame.planVersion,
    referenceVersion: frame.referenceVersion,
    basisHash: basisHash(frame.basis),
    basisCount: frame.basis.length,
    ...(frame.previousSnapshotHash !== undefined && { previousSnapshotHash: frame.previousSnapshotHash }),
    ...day,
    ...(closing.assessment && { assessment: closing.assessment }),
    ...(frame.sealOverride && { sealOverride: frame.sealOverride }),
    texts: [...frame.texts],
    ...(kind === 'supplementary' && { units: unitsOf(plan) }),
    ...(frame.revised && { revised: frame.revised }),
  });
}

/** The units by id, as the coverage of a daily snapshot names them. */
function unitsOf({ units }: OperationPlan): SnapshotUnit[] {
  return units
    .map(({ id, country, name }) => ({ unit: id, country, name }))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}
