import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DailyReportForwarded } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { type ForwardedChange } from '#libs/contracts/vocabulary.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { type ForwardReceipt } from '../daily-report.answers.dto.js';
import {
  type Act,
  type ForwardedReport,
  type RevisionKey,
  type RevisionRecord,
} from '../daily-report.records.js';
import { DailyReportRepository, type Forwarding } from '../daily-report.repository.js';
import { localInstant } from './act.js';
import { ConsolidationRepository } from './consolidation.repository.js';
import { LifeCycle, type LockedRevision } from './life-cycle.js';
import { isOnTime } from '../submission/operation-day-window.domain.js';
import { forwardedChange } from './told-change.domain.js';
import { toldAsFirst } from '../forwarded/told-as.domain.js';
import { ShareReport, sharingOf } from '../forwarded/share-report.js';
import { saysTheSame, ToldReport } from '../forwarded/told-report.js';

/** Under this name a closed day goes on to count what abroad is the same. */
const SILENT_PARTY = 'system/forwarded-silently';

/** What was forwarded last before. */
interface Before {
  readonly record: RevisionRecord;
  readonly report: ForwardedReport;
}

/** Forwards a revision to the Operation Coordination Unit; the one that counted until then is corrected. */
@Injectable()
export class ForwardDailyReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: DailyReportRepository,
    private readonly lifeCycle: LifeCycle,
    private readonly consolidations: ConsolidationRepository,
    private readonly toldReport: ToldReport,
    private readonly shareReport: ShareReport,
    private readonly events: EventLog,
  ) {}

  /** Forwarding again gives the first answer. @throws ProblemError 404 for no such revision, 409 `state-conflict` */
  async run(key: RevisionKey, plan: OperationPlan, act: Act): Promise<ForwardReceipt> {
    return this.unitOfWork.run(async (manager) => {
      const locked = await this.lifeCycle.lock(manager, key);
      const { record, unitDay } = locked;
      if (record.forwardedAt !== null && unitDay.onTime !== null)
        return answer(record, record.forwardedAt, unitDay.onTime);
      const onTime = unitDay.onTime ?? isOnTime(plan, key.operationDay, act.at);
      await this.forward(manager, locked, plan, act, onTime);
      return answer(record, act.at, onTime);
    });
  }

  private async forward(
    manager: EntityManager,
    { record: locked, unitDay }: LockedRevision,
    plan: OperationPlan,
    act: Act,
    onTime: boolean,
  ): Promise<void> {
    const record = await this.asTold(manager, locked);
    const report = { ...(await this.toldReport.of(record, plan, manager)), sharing: sharingOf(plan, record) };
    const before = await this.before(manager, record, unitDay.newestForwardedRevision);
    // One that was told when it came is told when it goes: it must not be thought to wait.
    const isToldBefore =
      record.toldAs === null && before !== undefined && saysTheSame(before.report.content, report.content);
    if (isToldBefore) requireAnswered(before.record);
    const toldAs =
      (isToldBefore ? before.record.toldAs : record.toldAs) ??
      (await this.reports.lastTold(manager, record)) + 1;
    const forwarding = { at: act.at, onTime, toldAs, report: isToldBefore ? before.report : report };
    await this.lifeCycle.take(manager, record, 'forward', act, () =>
      this.reports.setForwarded(manager, record, forwarding),
    );
    // Where only withheld records differ, nobody abroad may see that anything happened.
    if (!isToldBefore) await this.announce(manager, record, forwarding, before);
    else if (before.record.inClosedDay) await this.consolidate(manager, record, act);
  }

  /** As it was told when it came, if it was. */
  private async asTold(manager: EntityManager, record: RevisionRecord): Promise<RevisionRecord> {
    if (record.toldAs === null) return record;
    return toldAsFirst(record, await this.reports.toldAs(record, record.toldAs, manager));
  }

  /** The closed day that counts the revision before counts this one: abroad they are one. */
  private async consolidate(manager: EntityManager, record: RevisionRecord, act: Act): Promise<void> {
    const { operation, operationDay, unit, revision } = record;
    const forwarded = { operationDay, unit, revision, state: 'forwarded', inClosedDay: false } as const;
    const step = { ...forwarded, toState: 'consolidated', localAt: localInstant(act) } as const;
    await this.consolidations.keep(manager, operation, [step], { at: act.at, party: SILENT_PARTY });
  }

  private async before(
    manager: EntityManager,
    record: RevisionRecord,
    newestForwarded: number | null,
  ): Promise<Before | undefined> {
    if (newestForwarded === null) return undefined;
    const forwarded = await this.reports.findRevision(record, newestForwarded, manager);
    const report = await this.reports.forwardedReport(record, newestForwarded, manager);
    return forwarded && report && { record: forwarded, report };
  }

  private async announce(
    manager: EntityManager,
    record: RevisionRecord,
    forwarding: Forwarding,
    before: Before | undefined,
  ): Promise<void> {
    const change = before && (await this.changeOf(manager, record, forwarding, before));
    const basedOn =
      record.basedOn === null ? 0 : await this.reports.lastTold(manager, record, record.basedOn);
    await this.events.append(manager, {
      definition: EVENTS.dailyReportForwarded,
      key: unitKey(record.operation, record.unit),
      data: {
        ...forwardedEvent(record, forwarding, { basedOn, change }),
        ...(await this.shareReport.sealed(manager, record, forwarding)),
      },
      occurredAt: forwarding.at,
      subject: `${record.unit}/${record.operationDay}/${forwarding.toldAs}`,
    });
  }

  private async changeOf(
    manager: EntityManager,
    record: RevisionRecord,
    { report }: Forwarding,
    before: Before,
  ): Promise<ForwardedChange> {
    const earlier =
      record.change === 'supplement' ? await this.reports.forwardedRevisions(record, manager) : [];
    const contents = earlier
      .filter(({ revision }) => revision < record.revision)
      .map(({ content }) => content);
    return forwardedChange(record.change, report.content, before.report.content, contents);
  }
}

/**
 * Abroad a revision that differs in withheld records alone is the one before, so it settles no question about that.
 * @throws ProblemError 409 while there is one
 */
function requireAnswered({ revision, state }: RevisionRecord): void {
  if (state === 'queried')
    throw new ProblemError(409, 'state-conflict', { revision, state, action: 'forward' });
}

function forwardedEvent(
  record: RevisionRecord,
  { at, onTime, toldAs, report }: Forwarding,
  { basedOn, change }: { readonly basedOn: number; readonly change: ForwardedChange | undefined },
): Omit<DailyReportForwarded, 'content' | 'findings'> {
  return {
    operation: record.operation,
    unit: record.unit,
    operationDay: record.operationDay,
    revision: toldAs,
    kind: record.kind,
    submittedAt: record.submittedAt,
    forwardedAt: at,
    onTime,
    // Of the whole that the contact point forwarded, whatever its profile shares of it.
    contentHash: sha256Hex(canonicalJson(report.content)),
    ...(basedOn > 0 && { basedOn }),
    ...(record.reason !== null && { reason: record.reason }),
    ...(change && { change }),
  };
}

function answer(record: RevisionRecord, forwardedAt: string, onTime: boolean): ForwardReceipt {
  const { operation, unit, operationDay, revision } = record;
  return { operation, unit, operationDay, revision, state: 'forwarded', forwardedAt, onTime };
}
