import { type ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';

/** One request of the replay, with the status that the product must answer. */
export interface ScenarioStep {
  /** Instant in UTC: the clock of the request. */
  readonly at: string;
  /** Acting party: `role[:scope]/person`. */
  readonly party: string;
  readonly method: 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly expect: number;
  /** What the step shows, for the operator who reads a failure. */
  readonly about: string;
}

/**
 * The requests of an operation in the order in which they are sent. The replay sends a step only when the closing
 * before it is done, so that what a day counts never depends on speed.
 */
export interface Scenario {
  readonly operation: string;
  readonly seed: number;
  readonly steps: readonly ScenarioStep[];
}

/** What the generator needs of a chemical in config/reference/chemicals.json. */
export interface ScenarioChemical {
  readonly id: string;
  readonly en: string;
  readonly ru: string;
  readonly cas?: string | null;
  readonly hs?: string | null;
  readonly unNumber?: string | null;
}

export interface ScenarioReference {
  readonly chemicals: readonly ScenarioChemical[];
}

export interface ScenarioInput {
  readonly plan: OperationPlan;
  readonly reference: ScenarioReference;
  /** Any whole number; the same seed gives the same bytes. */
  readonly seed: number;
}

/** A unit on an operation day: `UZ-ANG|2017-09-05`. */
export type UnitDayKey = string;

export const unitDayKey = (unit: string, day: string): UnitDayKey => `${unit}|${day}`;

/** A line without its id, which it gets in its report. */
export type Sighting = Omit<ControlLine, 'lineId'>;

/** Case that refers to sightings by place in the list of the same fixture. */
export type FixtureCase = Omit<CaseEntry, 'lineIds'>;

/** Prepared sightings and cases of one unit-day. */
export interface Fixture {
  readonly unit: string;
  readonly day: string;
  readonly sightings: readonly Sighting[];
  readonly cases?: readonly FixtureCase[];
  readonly remark?: { readonly text: string; readonly language: 'en' | 'ru' };
}

export type { ControlLine, CaseEntry, OperationPlan, PlanUnit };
