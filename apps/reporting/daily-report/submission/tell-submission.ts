import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { ProblemError } from '#libs/web/problem.js';
import { type RevisionRecord } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { supplementProblems } from './supplement.domain.js';
import { saysTheSame, ToldReport } from '../forwarded/told-report.js';
import { toldNumber, type ToldNumber } from './told-number.domain.js';

/** Fields named in one refusal. */
const MAX_PROBLEMS = 100;

/** Compares a new revision with what was told of its day, and tells the OCU that it is there. */
@Injectable()
export class TellSubmission {
  constructor(
    private readonly reports: DailyReportRepository,
    private readonly toldReport: ToldReport,
    private readonly events: EventLog,
  ) {}

  /** @throws ProblemError 409 for a supplement to nothing, 422 for one that changes what was forwarded */
  async checkSupplement(
    record: RevisionRecord,
    newestForwarded: number | null,
    manager?: EntityManager,
  ): Promise<void> {
    if (record.change !== 'supplement') return;
    const before =
      newestForwarded === null
        ? undefined
        : await this.reports.forwardedReport(record, newestForwarded, manager);
    if (!before || newestForwarded === null) throw withoutForwarded(record);
    const forwarded = await this.reports.findRevision(record, newestForwarded, manager);
    const [now = record.content] = await this.toldReport.contents([record], manager);
    requireSupplement(record, now, before.content, forwarded);
  }

  /** The number under which a new revision will be known, beside what was told last of its day. */
  async numberOf(manager: EntityManager, record: RevisionRecord): Promise<ToldNumber> {
    const last = await this.reports.newestTold(record, manager);
    if (!last) return toldNumber(last, false, 1);
    const [now, lastNow] = await this.toldReport.contents([record, last], manager);
    const forwarded = await this.reports.forwardedReport(record, last.revision, manager);
    const told = forwarded?.content ?? lastNow;
    const isSame = now !== undefined && told !== undefined && saysTheSame(told, now);
    return toldNumber(last, isSame, last.toldAs + 1);
  }

  /** Metadata alone: the OCU holds no unforwarded national data. */
  async announce(
    manager: EntityManager,
    { operation, unit, operationDay, kind, submittedAt }: RevisionRecord,
    revision: number,
  ): Promise<void> {
    await this.events.append(manager, {
      definition: EVENTS.dailyReportSubmitted,
      key: unitKey(operation, unit),
      data: { operation, unit, operationDay, revision, kind, submittedAt },
      occurredAt: submittedAt,
      subject: `${unit}/${operationDay}/${revision}`,
    });
  }
}

function withoutForwarded({ unit, operationDay: day }: RevisionRecord): ProblemError {
  return new ProblemError(409, 'supplement-without-forwarded', { unit, day });
}

function requireSupplement(
  record: RevisionRecord,
  now: DailyReportContent,
  before: DailyReportContent,
  forwarded: RevisionRecord | undefined,
): void {
  const problems = supplementProblems(
    { national: forwarded?.content ?? before, forwarded: before },
    { national: record.content, forwarded: now },
  );
  if (problems.length === 0) return;
  const named = problems.slice(0, MAX_PROBLEMS);
  throw new ProblemError(422, 'supplement-changes', { count: problems.length }, named);
}
