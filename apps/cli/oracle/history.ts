import { type OracleReport, type OracleStep } from './oracle.types.js';

/** One thing that happened to a unit-day, in the order of the steps. */
export interface Happening {
  readonly what: 'submitted' | 'returned' | 'forwarded';
  readonly atMs: number;
  readonly unit: string;
  readonly day: string;
  readonly revision: number;
  /** The report of that revision. */
  readonly report: OracleReport;
}

/** A day that was closed, and how many happenings lie before it. */
export interface Closing {
  readonly day: string;
  readonly at: string;
  readonly happenedBefore: number;
}

export interface History {
  readonly happenings: readonly Happening[];
  readonly closings: readonly Closing[];
}

const REPORTS = /^\/api\/reporting\/operations\/([^/]+)\/units\/([^/]+)\/daily-reports(?:\/(.+))?$/;
const MOVE = /^([0-9-]{10})\/revisions\/(\d+)\/(forward|return)$/;
const CLOSING = /^\/api\/coordination\/operations\/([^/]+)\/days\/([0-9-]{10})\/closing$/;

/** Reads the accepted changes out of the steps; everything refused, repeated or only read leaves no trace. */
export function readHistory(operation: string, steps: readonly OracleStep[]): History {
  const happenings: Happening[] = [];
  const closings: Closing[] = [];
  for (const step of steps) {
    if (step.method !== 'POST') continue;
    const [, reportOperation, unit, rest] = REPORTS.exec(step.path) ?? [];
    const [, closedOperation, closedDay] = CLOSING.exec(step.path) ?? [];
    if (reportOperation === operation && unit !== undefined) {
      const next =
        rest === undefined ? submission(step, unit, happenings) : move(step, unit, rest, happenings);
      if (next) happenings.push(next);
    } else if (closedOperation === operation && closedDay !== undefined && step.expect === 202) {
      closings.push({ day: closedDay, at: step.at, happenedBefore: happenings.length });
    }
  }
  return { happenings, closings };
}

function submission(step: OracleStep, unit: string, before: readonly Happening[]): Happening | undefined {
  if (step.expect !== 201) return undefined;
  const report = step.body as OracleReport;
  const day = report.operationDay;
  const earlier = before.filter((one) => one.what === 'submitted' && one.unit === unit && one.day === day);
  return { what: 'submitted', atMs: Date.parse(step.at), unit, day, revision: earlier.length + 1, report };
}

function move(
  step: OracleStep,
  unit: string,
  rest: string,
  before: readonly Happening[],
): Happening | undefined {
  const [, day, revisionText, verb] = MOVE.exec(rest) ?? [];
  if (step.expect !== 200 || day === undefined) return undefined;
  const what = verb === 'forward' ? 'forwarded' : 'returned';
  const ofRevision = before.filter(
    (one) => one.unit === unit && one.day === day && one.revision === Number(revisionText),
  );
  const report = ofRevision[0]?.report;
  if (report === undefined)
    throw new Error(`${verb ?? ''} of ${unit} ${day}: revision ${revisionText ?? ''} was never accepted`);
  if (ofRevision.some((one) => one.what === what)) return undefined;
  return { what, atMs: Date.parse(step.at), unit, day, revision: Number(revisionText), report };
}
