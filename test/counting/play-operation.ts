import { type OracleStep } from '../../apps/cli/oracle/oracle.types.js';
import { cutOffOf } from '#libs/reference/operation-day.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type RevisionReason } from '#libs/contracts/vocabulary.js';
import { type Action, DAYS } from './random-operation.js';

/** An event of a unit-day as coordination would receive it, in order. */
export interface Told {
  readonly state: 'submitted' | 'returned' | 'forwarded';
  readonly unit: string;
  readonly day: string;
  readonly revision: number;
  readonly at: string;
  /** The content as submitted, withheld records included. */
  readonly content: DailyReportContent;
  readonly reason: RevisionReason | null;
}

/** A day that is closed, with how many events lie before it. */
export interface Closed {
  readonly day: string;
  readonly at: string;
  readonly toldBefore: number;
}

export interface Played {
  readonly steps: readonly OracleStep[];
  readonly told: readonly Told[];
  readonly closings: readonly Closed[];
}

interface Revision {
  readonly content: DailyReportContent;
  readonly reason: RevisionReason | null;
  state: 'submitted' | 'superseded' | 'returned' | 'forwarded';
}

/** Plays actions by the life cycle of a report: the same history as requests for the oracle and as events. */
export function play(plan: OperationPlan, actions: readonly Action[]): Played {
  const reports = new Map<string, Revision[]>();
  const steps: OracleStep[] = [];
  const told: Told[] = [];
  const closings: Closed[] = [];
  let now = Date.parse('2017-09-05T08:00:00Z');

  const post = (path: string, expect: number, body?: unknown): void => {
    const at = new Date(now).toISOString();
    steps.push({ at, party: 'x/y', method: 'POST', path, expect, ...(body !== undefined && { body }) });
  };
  const close = (): void => {
    const day = DAYS[closings.length];
    if (day === undefined) return;
    now = Math.max(now, Date.parse(cutOffOf(plan, day)));
    post(`/api/coordination/operations/${plan.code}/days/${day}/closing`, 202);
    closings.push({ day, at: new Date(now).toISOString(), toldBefore: told.length });
  };
  const change = (action: Exclude<Action, { what: 'close' }>): void => {
    const { unit, day } = action;
    const revisions = reports.get(`${unit} ${day}`) ?? [];
    reports.set(`${unit} ${day}`, revisions);
    const base = `/api/reporting/operations/${plan.code}/units/${unit}/daily-reports`;
    const newest = revisions.at(-1);
    const at = new Date(now).toISOString();
    if (action.what === 'submit') {
      const content = { ...action.content, operationDay: day, preparedAt: `${day}T18:00:00Z` };
      const reason = newest ? ('recount' as const) : null;
      if (newest?.state === 'submitted') newest.state = 'superseded';
      revisions.push({ content, reason, state: 'submitted' });
      post(base, 201, { ...content, ...(reason && { basedOn: revisions.length - 1, reason }) });
      told.push({ state: 'submitted', unit, day, revision: revisions.length, at, content, reason });
    } else if (newest?.state === 'submitted') {
      newest.state = action.what === 'forward' ? 'forwarded' : 'returned';
      post(`${base}/${day}/revisions/${revisions.length}/${action.what}`, 200);
      const { content, reason, state } = newest;
      told.push({ state, unit, day, revision: revisions.length, at, content, reason });
    }
  };

  for (const action of actions) {
    now += action.after * 60_000;
    if (action.what === 'close') close();
    else change(action);
  }
  while (closings.length < DAYS.length) close();
  return { steps, told, closings };
}
