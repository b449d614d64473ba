import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { EVENTS, unitKey, type EventDefinition } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { aboutChange } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Act, type RevisionKey, type RevisionRecord } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { unknownRevision } from '../find-report.js';
import { type RevisionState } from './daily-report-states.domain.js';
import { LifeCycle } from './life-cycle.js';
import { NamedWithheld } from '../forwarded/named-withheld.js';
import { type ReasonEntry } from './reasons.dto.js';
import { StateChangeRepository } from './state-change.repository.js';

/** The events that tell of a step, and the field in which each says when; their data are metadata alone. */
const EVENT_OF: Readonly<
  Record<
    'return' | 'hold' | 'withdraw' | 'query' | 'answer',
    { readonly definition: EventDefinition; readonly when: string }
  >
> = {
  return: { definition: EVENTS.dailyReportReturned, when: 'returnedAt' },
  hold: { definition: EVENTS.dailyReportHeld, when: 'heldAt' },
  withdraw: { definition: EVENTS.dailyReportWithdrawn, when: 'withdrawnAt' },
  query: { definition: EVENTS.dailyReportQueried, when: 'queriedAt' },
  answer: { definition: EVENTS.dailyReportQueryAnswered, when: 'answeredAt' },
};

/** A step that a person takes with reasons. */
export type ReasonedAction = keyof typeof EVENT_OF;

/** What a person does to a revision, and why. */
export interface ReviseCommand {
  readonly key: RevisionKey;
  readonly action: ReasonedAction;
  readonly reasons: readonly ReasonEntry[];
  readonly act: Act;
}

/** Returns, holds, withdraws, queries or answers, and tells the OCU that it happened. */
@Injectable()
export class ReviseDailyReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly lifeCycle: LifeCycle,
    private readonly changes: StateChangeRepository,
    private readonly namedWithheld: NamedWithheld,
    private readonly events: EventLog,
  ) {}

  /**
   * The same again, with the same reasons, changes nothing and gives the first answer: it may have been lost on the way.
   * @returns the state of the revision after the step
   * @throws ProblemError 404 for no such revision, 409 where the life cycle has no such step, 422 for an answer that
   * names what stays in the country
   */
  async run(command: ReviseCommand): Promise<RevisionState> {
    return this.unitOfWork.run((manager) => this.runWithin(manager, command));
  }

  /** The same for the OCU, which knows revisions under the number that it was told. */
  async runTold(command: ReviseCommand): Promise<RevisionState> {
    return this.unitOfWork.run(async (manager) => {
      const { key } = command;
      if (!(await this.reports.findUnitDay(key, manager))) throw unknownRevision(key);
      await this.reports.lockUnitDay(manager, key);
      const sharing = await this.reports.toldAs(key, key.revision, manager);
      const told = sharing.findLast(({ forwardedAt }) => forwardedAt !== null);
      if (!told) throw unknownRevision(key);
      return this.runWithin(manager, { ...command, key: { ...key, revision: told.revision } });
    });
  }

  private async runWithin(
    manager: EntityManager,
    { key, action, reasons, act }: ReviseCommand,
  ): Promise<RevisionState> {
    const { record } = await this.lifeCycle.lock(manager, key);
    const last = await this.changes.lastOf(manager, key);
    if (last?.action === action && same(last.reasons, reasons)) {
      aboutChange(manager, { outcome: 'unchanged' });
      return last.toState;
    }
    aboutChange(manager, { before: record.contentHash });
    if (action === 'answer') await this.requireTellable(manager, record, reasons);
    const { toState } = await this.lifeCycle.take(
      manager,
      record,
      action,
      act,
      (step) => this.reports.setState(manager, record, step.toState),
      reasons,
    );
    await this.announce(manager, record, action, act.at);
    return toState;
  }

  /** The OCU reads the answer as it is written. */
  private async requireTellable(
    manager: EntityManager,
    record: RevisionRecord,
    answer: readonly ReasonEntry[],
  ): Promise<void> {
    const isNamed = await this.namedWithheld.of(record, manager);
    if (answer.some(({ text }) => isNamed(text))) throw new ProblemError(422, 'answer-names-withheld');
  }

  /**
   * A revision of which nobody abroad knows is returned, held and withdrawn without a word, and one that took the place
   * of a held one is known as held.
   */
  private async announce(
    manager: EntityManager,
    record: RevisionRecord,
    action: ReasonedAction,
    at: string,
  ): Promise<void> {
    const { operation, unit, operationDay, kind, toldAs } = record;
    if (toldAs === null) return;
    if (action === 'hold' && (await this.changes.wasHeld(manager, record, toldAs))) return;
    const { definition, when } = EVENT_OF[action];
    const data = { operation, unit, operationDay, revision: toldAs, kind, [when]: at };
    await this.events.append(manager, {
      definition,
      key: unitKey(operation, unit),
      data,
      occurredAt: at,
      subject: `${unit}/${operationDay}/${toldAs}`,
    });
  }
}

function same(one: readonly ReasonEntry[] | undefined, other: readonly ReasonEntry[]): boolean {
  return canonicalJson(one ?? []) === canonicalJson(other);
}
