import { changeOf, forwardedReport, isSame } from './forwarding.js';
import { type Happening } from './happening.js';
import { type OracleStep, type OracleSubmission } from './oracle.types.js';

/** A day that was closed or an edition that was asked for, and how many happenings lie before it. */
export interface Closing {
  readonly day: string;
  readonly at: string;
  readonly happenedBefore: number;
  readonly isRevision: boolean;
}

export interface History {
  readonly happenings: readonly Happening[];
  readonly closings: readonly Closing[];
}

const REPORTS = /^\/api\/reporting\/operations\/([^/]+)\/units\/([^/]+)\/daily-reports(?:\/(.+))?$/;
const MOVE = /^([0-9-]{10})\/revisions\/(\d+)\/(forward|return|hold|withdraw)$/;
const CLOSING = /^\/api\/coordination\/operations\/([^/]+)\/days\/([0-9-]{10})\/(closing|revision)$/;

const WHAT = { forward: 'forwarded', return: 'returned', hold: 'held', withdraw: 'withdrawn' } as const;

/** Reads the accepted changes out of the steps; everything refused, repeated or only read leaves no trace. */
export function readHistory(operation: string, steps: readonly OracleStep[]): History {
  const happenings: Happening[] = [];
  const closings: Closing[] = [];
  for (const step of steps) {
    if (step.method !== 'POST') continue;
    const [, reportOperation, unit, rest] = REPORTS.exec(step.path) ?? [];
    const [, closedOperation, day, ending] = CLOSING.exec(step.path) ?? [];
    if (reportOperation === operation && unit !== undefined) {
      const next =
        rest === undefined ? submission(step, unit, happenings) : move(step, unit, rest, happenings);
      if (next) happenings.push(next);
    } else if (closedOperation === operation && day !== undefined && step.expect === 202) {
      const isRevision = ending === 'revision';
      closings.push({ day, at: step.at, happenedBefore: happenings.length, isRevision });
    }
  }
  return { happenings, closings };
}

function submission(step: OracleStep, unit: string, before: readonly Happening[]): Happening | undefined {
  if (step.expect !== 201) return undefined;
  const report = step.body as OracleSubmission;
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
  const what = WHAT[verb as keyof typeof WHAT];
  const ofUnit = before.filter((one) => one.unit === unit);
  const ofDay = ofUnit.filter((one) => one.day === day);
  const ofRevision = ofDay.filter((one) => one.revision === Number(revisionText));
  const report = ofRevision[0]?.report;
  if (report === undefined)
    throw new Error(`${verb ?? ''} of ${unit} ${day}: revision ${revisionText ?? ''} was never accepted`);
  if (ofRevision.some((one) => one.what === what)) return undefined;
  const moved = { what, atMs: Date.parse(step.at), unit, day, revision: Number(revisionText), report };
  return what === 'forwarded' ? { ...moved, ...tellingOf(report, ofUnit) } : moved;
}

/** What the forwarding of a report tells, after all that had happened to its unit. */
function tellingOf(
  report: OracleSubmission,
  ofUnit: readonly Happening[],
): Pick<Happening, 'told' | 'change'> {
  const told = forwardedReport(report, ofUnit);
  const forwarded = ofUnit.filter((one) => one.day === report.operationDay && one.what === 'forwarded');
  const newest = forwarded.findLast((one) => one.told)?.told;
  if (newest === undefined) return { told };
  if (isSame(told, newest)) return {};
  return {
    told,
    change: changeOf(
      report,
      told,
      newest,
      forwarded.map((one) => one.report),
    ),
  };
}
