import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DailyReportForwarded } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { type ForwardReceipt } from './daily-report.answers.dto.js';
import { type RevisionRecord } from './daily-report.records.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { forwardedContent } from './forwarded-content.domain.js';
import { isOnTime } from './operation-day-window.domain.js';
import { findingsOf } from './report-findings.domain.js';
import { reportReference, type ReportReference } from './report-reference.js';
import { lockRevision, stateAfter, type RevisionKey } from './revise-state.js';

/** The contact point forwards a revision to the Operation Coordination Unit. */
@Injectable()
export class ForwardDailyReport {
  private readonly reference: ReportReference;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly events: EventLog,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.reference = reportReference(reference);
  }

  /** Forwarding again gives the first answer. @throws ProblemError 404 for no such revision, 409 `state-conflict` */
  async run(key: RevisionKey, plan: OperationPlan, at: string, party: string): Promise<ForwardReceipt> {
    return this.unitOfWork.run(async (manager) => {
      const { unitDay, record } = await lockRevision(manager, this.reports, key);
      if (record.state === 'forwarded' && record.forwardedAt !== null && unitDay.onTime !== null) {
        return answer(record, record.forwardedAt, unitDay.onTime);
      }
      const toState = stateAfter(record, 'forward');
      const onTime = unitDay.onTime ?? isOnTime(plan, key.operationDay, at);
      await this.reports.markForwarded(manager, record, record.revision, at, onTime);
      await this.reports.recordStateChange(manager, key, {
        revision: record.revision,
        fromState: record.state,
        toState,
        action: 'forward',
        at,
        party,
      });
      await this.announce(manager, record, at, onTime);
      return answer(record, at, onTime);
    });
  }

  private async announce(
    manager: EntityManager,
    record: RevisionRecord,
    at: string,
    onTime: boolean,
  ): Promise<void> {
    await this.events.append(manager, {
      definition: EVENTS.dailyReportForwarded,
      key: unitKey(record.operation, record.unit),
      data: forwardedEvent(record, at, onTime, this.reference),
      occurredAt: at,
      subject: `${record.unit}/${record.operationDay}/${record.revision}`,
    });
  }
}

function forwardedEvent(
  record: RevisionRecord,
  forwardedAt: string,
  onTime: boolean,
  reference: ReportReference,
): DailyReportForwarded {
  const content = forwardedContent(record.content);
  return {
    operation: record.operation,
    unit: record.unit,
    operationDay: record.operationDay,
    revision: record.revision,
    kind: record.kind,
    submittedAt: record.submittedAt,
    forwardedAt,
    onTime,
    contentHash: sha256Hex(canonicalJson(content)),
    ...(record.basedOn !== null && { basedOn: record.basedOn }),
    ...(record.reason !== null && { reason: record.reason }),
    ...(record.reasonText !== null && { reasonText: record.reasonText }),
    content,
    findings: findingsOf(content, reference),
  };
}

function answer(record: RevisionRecord, forwardedAt: string, onTime: boolean): ForwardReceipt {
  const { operation, unit, operationDay, revision } = record;
  return { operation, unit, operationDay, revision, state: 'forwarded', forwardedAt, onTime };
}
