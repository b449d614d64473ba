import { type EntityManager } from 'typeorm';
import { ProblemError } from '#libs/web/problem.js';
import { nextState, type RevisionAction, type RevisionState } from './daily-report-states.domain.js';
import { type RevisionRecord, type UnitDay, type UnitDayKey } from './daily-report.records.js';
import { type DailyReportRepository } from './daily-report.repository.js';

/** Which revision is to change its state. */
export interface RevisionKey extends UnitDayKey {
  readonly revision: number;
}

/** Locks the unit-day and finds the revision; 404 where there is none. */
export async function lockRevision(
  manager: EntityManager,
  reports: DailyReportRepository,
  key: RevisionKey,
): Promise<{ unitDay: UnitDay; record: RevisionRecord }> {
  const unitDay = await reports.lockUnitDay(manager, key);
  const record = await reports.findRevision(key, key.revision, manager);
  if (!record) {
    const code = unitDay.newestRevision === 0 ? 'report-unknown' : 'revision-unknown';
    throw new ProblemError(404, code, { unit: key.unit, day: key.operationDay, revision: key.revision });
  }
  return { unitDay, record };
}

/** The state after the action; 409 where the life cycle has no such step. */
export function stateAfter(record: RevisionRecord, action: RevisionAction): RevisionState {
  const state = nextState(record.state, action);
  if (state === undefined) {
    throw new ProblemError(409, 'state-conflict', { revision: record.revision, state: record.state, action });
  }
  return state;
}
