import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { asService } from '#libs/persistence/scope/database-scope.js';
import { addDays, instantOf } from '#libs/reference/operation-day.js';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { ProblemError } from '#libs/web/problem.js';
import { custodyOf, custodyTotals } from './custody.domain.js';
import { type RevisionAnswer } from '../daily-report.answers.dto.js';
import { type RevisionKey, type StateChange, type UnitDayKey } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { type RevisionDiff } from './diff.answer.dto.js';
import { unknownRevision, type NamedUnitDay } from '../find-report.js';
import { type DailyReportHistory } from './history.answer.dto.js';
import { nationalField } from './national-field.domain.js';
import { ShareReport } from '../forwarded/share-report.js';
import { diffReports } from './report-diff.domain.js';
import { StateChangeRepository } from '../life-cycle/state-change.repository.js';
import { revisionAnswer, stateChangeAnswer, summaryOf, toldAnswer } from './worded-answers.js';

const isOfQuery = ({ action }: StateChange): boolean => action === 'query' || action === 'answer';

/** What the country and the OCU read of a report. */
@Injectable()
export class ReadDailyReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: DailyReportRepository,
    private readonly changes: StateChangeRepository,
    private readonly shareReport: ShareReport,
  ) {}

  /** @throws ProblemError 404 for a day without a report */
  async history({ key, plan, unit }: NamedUnitDay, now: string): Promise<DailyReportHistory> {
    const revisions = await this.reports.heads(key);
    if (revisions.length === 0)
      throw new ProblemError(404, 'report-unknown', { unit: key.unit, day: key.operationDay });
    const changes = await this.inCountry(key, await this.changes.ofUnitDay(key));
    const dayEnds = instantOf(addDays(key.operationDay, 1), plan.dayStartsAt, unit.timeZone);
    const custody = custodyOf(dayEnds, changes, now);
    return {
      ...key,
      revisions: revisions.map(summaryOf),
      stateChanges: changes.map(stateChangeAnswer),
      custody,
      custodyTotals: custodyTotals(custody),
    };
  }

  /** The revision as it stays in the country. @throws ProblemError 404 */
  async national(key: RevisionKey, language: string | undefined): Promise<RevisionAnswer> {
    const record = await this.reports.findRevision(key, key.revision);
    if (!record) throw unknownRevision(key);
    const queries = await this.inCountry(key, await this.queriesOf(key, [key.revision]));
    return revisionAnswer(record, queries, language);
  }

  /** The revision that the OCU knows under this number, as it was forwarded. @throws ProblemError 404 */
  async told(key: RevisionKey, language: string | undefined): Promise<RevisionAnswer> {
    // The number may have been told of a revision that was not forwarded: of it, no more than when and why is answered.
    const sharing = await asService(() => this.reports.toldAs(key, key.revision));
    const revisions = sharing.filter(({ forwardedAt }) => forwardedAt !== null);
    const [first, forwarded, last] = [sharing[0], revisions[0], revisions.at(-1)];
    const report = forwarded && (await this.reports.forwardedReport(key, forwarded.revision));
    if (!first || !last || !report) throw unknownRevision(key);
    const basedOn =
      first.basedOn === null
        ? 0
        : await asService(() => this.reports.lastTold(this.dataSource.manager, key, first.basedOn ?? 0));
    const queries = await this.queriesOf(
      key,
      revisions.map(({ revision }) => revision),
    );
    const told = {
      first,
      last,
      forwardedAt: forwarded.forwardedAt,
      toldAs: key.revision,
      contentHash: report.contentHash ?? sha256Hex(canonicalJson(report.content)),
      report: await this.shareReport.shared(key, report),
      basedOn,
      queries,
    };
    return toldAnswer(told, language);
  }

  /** @throws ProblemError 404 where one of the two is not there */
  async diff(key: RevisionKey, to: number): Promise<RevisionDiff> {
    const [before, after] = [
      await this.reports.findRevision(key, key.revision),
      await this.reports.findRevision(key, to),
    ];
    if (!before) throw unknownRevision(key);
    if (!after) throw unknownRevision({ ...key, revision: to });
    const { operation, unit, operationDay, revision: from } = key;
    const differences = diffReports(before.content, after.content);
    return { operation, unit, operationDay, from, to, differences };
  }

  /** The OCU asks about fields of what it was told; the country reads them as those of its own report. */
  private async inCountry(key: UnitDayKey, changes: readonly StateChange[]): Promise<StateChange[]> {
    const read: StateChange[] = [];
    for (const change of changes)
      read.push(change.action === 'query' ? await this.askedInCountry(key, change) : change);
    return read;
  }

  private async askedInCountry(key: UnitDayKey, change: StateChange): Promise<StateChange> {
    const record = await this.reports.findRevision(key, change.revision);
    const report = await this.reports.forwardedReport(key, change.revision);
    return record && report ? withNationalFields(change, report.content, record.content) : change;
  }

  private async queriesOf(key: RevisionKey, revisions: readonly number[]): Promise<StateChange[]> {
    const changes = await this.changes.ofUnitDay(key);
    return changes.filter((change) => isOfQuery(change) && revisions.includes(change.revision));
  }
}

function withNationalFields(
  change: StateChange,
  told: DailyReportContent,
  national: DailyReportContent,
): StateChange {
  const reasons = (change.reasons ?? []).map(({ field, ...reason }) => ({
    ...(field !== undefined && { field: nationalField(field, told, national) }),
    ...reason,
  }));
  return { ...change, reasons };
}
