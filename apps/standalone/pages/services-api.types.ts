import { type UnitCoverage } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';

/** What the pages read of the services' answers. */
export interface OperationList {
  readonly operations: readonly { readonly code: string; readonly name: OperationPlan['name'] }[];
}

export interface OperationAnswer {
  readonly plan: OperationPlan;
}

export interface OperationDayAnswer {
  readonly operationDay: string;
  readonly cutOffAt: string;
  readonly coverage: readonly UnitCoverage[];
}

export interface BulletinEntry {
  readonly number: number;
  readonly revision: number;
  readonly operationDay: string;
  readonly state: 'draft' | 'issued';
  readonly issuedAt?: string;
}

export interface BulletinList {
  readonly bulletins: readonly BulletinEntry[];
}

/** The answer of a service's readiness probe. */
export interface Readiness {
  readonly ready: boolean;
  readonly answer: string;
}
