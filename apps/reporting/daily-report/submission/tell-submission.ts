import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { ProblemError } from '#libs/web/problem.js';
import { type ForwardedReport, type RevisionRecord } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { supplementProblems } from './supplement.domain.js';
import { saysTheSame, ToldReport } from '../forwarded/told-report.js';

/** Fields named in one refusal. */
const MAX_PROBLEMS = 100;

/** A revision beside what was forwarded of its day. */
export interface Comparison {
  /** What would leave the country. */
  readonly report: ForwardedReport;
  /** Only withheld records differ from what was forwarded: nobody abroad learns of the revision. */
  readonly saysNothingNew: boolean;
}

/** Compares a new revision with what was forwarded of its day, and tells the OCU that it is there. */
@Injectable()
export class TellSubmission {
  constructor(
    private readonly reports: DailyReportRepository,
    private readonly toldReport: ToldReport,
    private readonly events: EventLog,
  ) {}

  /** @throws ProblemError 409 for a supplement to nothing, 422 for one that changes what was forwarded */
  async compare(
    record: RevisionRecord,
    newestForwarded: number | null,
    manager?: EntityManager,
  ): Promise<Comparison> {
    const report = await this.toldReport.of(record, manager);
    const before =
      newestForwarded === null
        ? undefined
        : await this.reports.forwardedReport(record, newestForwarded, manager);
    if (!before || newestForwarded === null) {
      if (record.change === 'supplement') throw withoutForwarded(record);
      return { report, saysNothingNew: false };
    }
    if (record.change === 'supplement') {
      const national = await this.reports.findRevision(record, newestForwarded, manager);
      requireSupplement(record, report, before, national);
    }
    return { report, saysNothingNew: saysTheSame(before.content, report.content) };
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
  report: ForwardedReport,
  before: ForwardedReport,
  forwarded: RevisionRecord | undefined,
): void {
  const problems = supplementProblems(
    { national: forwarded?.content ?? before.content, forwarded: before.content },
    { national: record.content, forwarded: report.content },
  );
  if (problems.length === 0) return;
  const named = problems.slice(0, MAX_PROBLEMS);
  throw new ProblemError(422, 'supplement-changes', { count: problems.length }, named);
}
