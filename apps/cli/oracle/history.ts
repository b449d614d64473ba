import { changeOf, forwardedReport, isSame } from './forwarding.js';
import { type Happening } from './happening.js';
import { type OracleReport, type OracleStep, type OracleSubmission } from './oracle.types.js';

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
  const ofUnit = before.filter((one) => one.unit === unit);
  const ofDay = ofUnit.filter((one) => one.day === day);
  const revision = ofDay.filter((one) => one.what === 'submitted').length + 1;
  const sent = { what: 'submitted', atMs: Date.parse(step.at), unit, day, revision, report } as const;
  const next = { ...sent, number: lastNumber(ofDay) + 1 };
  const last = ofDay.findLast(({ number }) => number !== undefined);
  if (last === undefined || last.number === undefined || !isSame(...wordsOf(report, last, ofUnit)))
    return next;
  if (last.what === 'forwarded') return sent;
  const isWaiting = last.what === 'submitted' || last.what === 'held';
  return isWaiting ? { ...sent, number: last.number, isSilent: true } : next;
}

/** What a report would tell now, and what that told which was told of last, or would tell now. */
const wordsOf = (
  report: OracleSubmission,
  last: Happening,
  ofUnit: readonly Happening[],
): [OracleReport, OracleReport] => [
  forwardedReport(report, ofUnit),
  last.told ?? forwardedReport(last.report, ofUnit),
];

const lastNumber = (ofDay: readonly Happening[]): number =>
  Math.max(0, ...ofDay.flatMap(({ number }) => number ?? []));

const newestTold = (day: string, ofUnit: readonly Happening[]): Happening | undefined =>
  ofUnit.findLast((one) => one.day === day && one.told);

/** Whether the OCU would learn nothing, if the report were forwarded now. */
function saysNothingNew(report: OracleSubmission, ofUnit: readonly Happening[]): boolean {
  const newest = newestTold(report.operationDay, ofUnit)?.told;
  return newest !== undefined && isSame(forwardedReport(report, ofUnit), newest);
}

const audible = ({ isSilent: _sentSilently, ...rest }: Happening): Happening => rest;

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
  const [sent] = ofRevision;
  if (sent === undefined)
    throw new Error(`${verb ?? ''} of ${unit} ${day}: revision ${revisionText ?? ''} was never accepted`);
  if (ofRevision.some((one) => one.what === what)) return undefined;
  const moved = { ...audible(sent), what, atMs: Date.parse(step.at) };
  if (what === 'forwarded') return forwarding(moved, ofUnit, ofDay);
  const wasHeld = ofDay.some((one) => one.what === 'held' && one.number === sent.number);
  return what === 'held' && wasHeld ? { ...moved, isSilent: true } : moved;
}

/** A forwarding with what it tells, after all that had happened to its unit: as the first of its number was sent. */
function forwarding(moved: Happening, ofUnit: readonly Happening[], ofDay: readonly Happening[]): Happening {
  const { day, report, number = lastNumber(ofDay) + 1, ...rest } = moved;
  if (moved.number === undefined && saysNothingNew(report, ofUnit)) return { ...rest, day, report };
  const told = forwardedReport(report, ofUnit);
  const first = ofDay.find((one) => one.number === number)?.report ?? report;
  const newest = newestTold(day, ofUnit)?.told;
  const earlier = ofDay.filter((one) => one.what === 'forwarded').map((one) => one.report);
  const change = newest && changeOf(first, told, newest, earlier);
  const { reason } = first;
  return { ...rest, day, report, number, told, ...(change && { change }), ...(reason && { reason }) };
}
