import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { ProblemError } from '#libs/web/problem.js';
import { actorOf, localInstant } from './act.js';
import { type Act, type RevisionKey, type RevisionRecord, type UnitDay } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { type RevisionAction } from './daily-report-states.domain.js';
import { stepsOf, type Step } from './life-cycle.domain.js';
import { type ReasonEntry } from './reasons.dto.js';
import { StateChangeRepository } from './state-change.repository.js';

/** A revision whose unit-day is locked until the transaction ends. */
export interface LockedRevision {
  readonly unitDay: UnitDay;
  readonly record: RevisionRecord;
}

/** Takes the steps of the table of transitions and keeps each with who, when, from where and why. */
@Injectable()
export class LifeCycle {
  constructor(
    private readonly reports: DailyReportRepository,
    private readonly changes: StateChangeRepository,
  ) {}

  /** Locks the unit-day and finds the revision. @throws ProblemError 404 where there is none */
  async lock(manager: EntityManager, key: RevisionKey): Promise<LockedRevision> {
    const unitDay = await this.reports.lockUnitDay(manager, key);
    const record = await this.reports.findRevision(key, key.revision, manager);
    if (!record) {
      const code = unitDay.newestRevision === 0 ? 'report-unknown' : 'revision-unknown';
      throw new ProblemError(404, code, { unit: key.unit, day: key.operationDay, revision: key.revision });
    }
    return { unitDay, record };
  }

  /**
   * Changes the states that the action changes, but for that of the revision itself, which is written by `write`
   * together with what belongs to it, and keeps every change.
   * @returns the step of the revision itself
   * @throws ProblemError 409 where the life cycle has no such step
   */
  async take(
    manager: EntityManager,
    key: RevisionKey,
    action: RevisionAction,
    act: Act,
    write: (step: Step) => Promise<void>,
    reasons?: readonly ReasonEntry[],
  ): Promise<Step> {
    const standings = await this.reports.standings(manager, key);
    const steps = stepsOf(standings, key.revision, action, actorOf(act.party));
    const own = steps?.at(-1);
    if (!steps || !own) throw refusal(key, action, standings);
    for (const step of steps) {
      if (step === own) await write(step);
      else await this.reports.setState(manager, { ...key, revision: step.revision }, step.toState);
      await this.changes.insert(manager, key, {
        ...step,
        ...{ at: act.at, localAt: localInstant(act), party: act.party, origin: act.origin },
        ...(step === own && reasons && { reasons }),
      });
    }
    return own;
  }
}

function refusal(
  { revision }: RevisionKey,
  action: RevisionAction,
  standings: readonly { readonly revision: number; readonly state: string }[],
): ProblemError {
  const newest = standings.at(-1)?.revision ?? 0;
  if (action === 'withdraw' && revision !== newest)
    return new ProblemError(409, 'revision-not-newest', { newest });
  const state = standings.find((standing) => standing.revision === revision)?.state ?? '';
  return new ProblemError(409, 'state-conflict', { revision, state, action });
}
