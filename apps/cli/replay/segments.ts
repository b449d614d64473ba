import { type ScenarioStep } from '../scenario/scenario.types.js';

/** Steps that may go out side by side, ended by a step of the OCU that has to wait for all of them. */
export interface Segment {
  /** One list for each unit: the order within a unit is kept. */
  readonly lanes: readonly (readonly ScenarioStep[])[];
  /** Closing, revising, proposing to issue or issuing; absent behind the last one. */
  readonly barrier?: ScenarioStep;
}

const CLOSING = /\/days\/(\d{4}-\d{2}-\d{2})\/(closing|revision)$/;
const PROPOSING = /\/bulletins\/\d+\/revisions\/\d+\/issue\/proposal$/;
const ISSUING = /\/bulletins\/(\d+)\/revisions\/(\d+)\/issue$/;

/** A bulletin of the operation; revision 0 is its first edition. */
export interface BulletinEdition {
  readonly number: number;
  readonly revision: number;
}

/** How an edition is named: `12`, `12/Rev. 1`. */
export const editionName = ({ number, revision }: BulletinEdition): string =>
  revision === 0 ? String(number) : `${number}/Rev. ${revision}`;

/** The operation day that the step closes, or of which it asks for the next edition. */
export function closedDay(step: ScenarioStep): string | undefined {
  return CLOSING.exec(step.path)?.[1];
}

/** Number of the bulletin of a day, which is its place among the days that are closed. */
export function bulletinNumberOf(steps: readonly ScenarioStep[], day: string): number | undefined {
  const place = closingsOf(steps).findIndex((step) => closedDay(step) === day);
  return place < 0 ? undefined : place + 1;
}

/** The operation day that a step is about: the one that it names, else the one whose bulletin it issues, else its own date. */
export function dayOf(step: ScenarioStep, all: readonly ScenarioStep[]): string {
  const { operationDay } = (step.body ?? {}) as { operationDay?: unknown };
  const named = typeof operationDay === 'string' ? operationDay : /\d{4}-\d{2}-\d{2}/.exec(step.path)?.[0];
  if (named !== undefined) return named;
  const number = issuedBulletin(step)?.number ?? 0;
  const closing = closingsOf(all)[number - 1];
  return (closing && closedDay(closing)) ?? step.at.slice(0, 10);
}

function closingsOf(steps: readonly ScenarioStep[]): ScenarioStep[] {
  return steps.filter((step) => step.expect === 202 && step.path.endsWith('/closing'));
}

/** The edition that the step issues. */
export function issuedBulletin(step: ScenarioStep): BulletinEdition | undefined {
  const match = ISSUING.exec(step.path);
  return match ? { number: Number(match[1]), revision: Number(match[2]) } : undefined;
}

/** Whether the step proposes to issue an edition. */
export const isProposal = (step: ScenarioStep): boolean => PROPOSING.test(step.path);

/**
 * The steps up to and including the first issue of the bulletin with this number; attempts that are refused do not issue it.
 * @throws Error when the scenario issues no such bulletin
 */
export function stepsUpToBulletin(steps: readonly ScenarioStep[], number: number): readonly ScenarioStep[] {
  const last = steps.findIndex((step) => step.expect === 200 && issuedBulletin(step)?.number === number);
  if (last < 0) throw new Error(`The scenario issues no bulletin No. ${number}.`);
  return steps.slice(0, last + 1);
}

/** Cuts the steps at closings, revisions, proposals and issues. */
export function segmentsOf(steps: readonly ScenarioStep[]): Segment[] {
  const segments: Segment[] = [];
  let pending: ScenarioStep[] = [];
  for (const step of steps) {
    if (closedDay(step) === undefined && issuedBulletin(step) === undefined && !isProposal(step)) {
      pending.push(step);
      continue;
    }
    segments.push({ lanes: lanesOf(pending), barrier: step });
    pending = [];
  }
  if (pending.length > 0) segments.push({ lanes: lanesOf(pending) });
  return segments;
}

function lanesOf(steps: readonly ScenarioStep[]): ScenarioStep[][] {
  const lanes = new Map<string, ScenarioStep[]>();
  for (const step of steps) {
    const unit = /\/units\/([^/]+)\//.exec(step.path)?.[1] ?? step.path;
    lanes.set(unit, [...(lanes.get(unit) ?? []), step]);
  }
  return [...lanes.values()];
}
