import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type CoverageState } from '#libs/contracts/vocabulary.js';
import { type Language } from '#libs/localization/language.js';
import { type ActingParty } from '#libs/security/acting-party.js';

/** What the pages read of the services' answers. */
export interface OperationList {
  readonly operations: readonly { readonly code: string; readonly name: OperationPlan['name'] }[];
}

export interface OperationAnswer {
  readonly plan: OperationPlan;
}

/** State and marks of a unit's report on one day. */
export interface UnitDayState {
  readonly unit: string;
  readonly state: CoverageState;
  readonly nil: boolean;
  readonly corrected: boolean;
  readonly held?: boolean;
  readonly queried?: boolean;
}

export interface DayCoverage {
  readonly operationDay: string;
  readonly units: readonly UnitDayState[];
}

export interface OperationDays {
  readonly days: readonly DayCoverage[];
}

export interface BulletinEntry {
  readonly number: number;
  readonly revision: number;
  readonly operationDay: string;
  readonly state: 'draft' | 'issued';
  readonly issuedAt?: string;
  /** Where it is signed. */
  readonly manifestHash?: string;
}

export interface BulletinList {
  readonly bulletins: readonly BulletinEntry[];
}

/** The answer of a service's readiness probe. */
export interface Readiness {
  readonly ready: boolean;
  readonly answer: string;
}

/** Who has signed in. */
export interface Me {
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly (Pick<ActingParty, 'role' | 'unit' | 'country'> & {
    readonly operation: string;
  })[];
}

/** An open session of the reader. */
export interface MySession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly agent: string;
  readonly isThis: boolean;
}
