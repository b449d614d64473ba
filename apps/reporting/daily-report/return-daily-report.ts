import { Injectable } from '@nestjs/common';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { type ReturnReasonEntry } from './return-request.dto.js';
import { lockRevision, stateAfter, type RevisionKey } from './revise-state.js';

/** The contact point returns a revision to its unit with reasons at field level. */
@Injectable()
export class ReturnDailyReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly events: EventLog,
  ) {}

  /** Returning again changes nothing. @throws ProblemError 404 for no such revision, 409 `state-conflict` */
  async run(
    key: RevisionKey,
    reasons: readonly ReturnReasonEntry[],
    at: string,
    party: string,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { record } = await lockRevision(manager, this.reports, key);
      // A repeated return is no conflict: the first answer may have been lost on the way.
      if (record.state === 'returned') return;
      const toState = stateAfter(record, 'return');
      const { operation, unit, operationDay, revision, kind } = record;
      await this.reports.changeState(manager, record, revision, toState);
      await this.reports.recordStateChange(manager, record, {
        revision,
        fromState: record.state,
        toState,
        action: 'return',
        at,
        party,
        reasons,
      });
      await this.events.append(manager, {
        definition: EVENTS.dailyReportReturned,
        key: unitKey(operation, unit),
        data: { operation, unit, operationDay, revision, kind, returnedAt: at },
        occurredAt: at,
        subject: `${unit}/${operationDay}/${revision}`,
      });
    });
  }
}
