import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, RawBody, Res } from '@nestjs/common';
import { type Response } from 'express';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindUnit } from '../operation-plan/find-unit.js';
import { type ForwardAnswer, type SubmissionAnswer } from './daily-report.answers.js';
import { type RevisionRecord, type StateChange, type UnitDayKey } from './daily-report.records.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { ForwardDailyReport } from './forward-daily-report.js';
import { refuseDay } from './operation-day-window.domain.js';
import { ReturnDailyReport } from './return-daily-report.js';
import { ReturnRequest } from './return-request.dto.js';
import { type RevisionKey } from './revise-state.js';
import { SubmitDailyReport } from './submit-daily-report.js';
import { SubmissionRepository } from './submission.repository.js';
import { wordedFindings, type WordedFinding } from './worded-findings.js';

/** An answer whose findings are told in the reader's language. */
type Worded<T> = Omit<T, 'findings'> & { readonly findings: readonly WordedFinding[] };

/** History of a unit-day: its revisions without content and findings, and every change of state. */
interface DailyReportHistory extends UnitDayKey {
  readonly revisions: readonly Omit<RevisionRecord, 'content' | 'findings'>[];
  readonly stateChanges: readonly StateChange[];
}

/** Daily reports of one unit: sent by the unit, checked and forwarded by its contact point. */
@Controller('operations/:operation/units/:unit/daily-reports')
export class DailyReportController {
  constructor(
    private readonly findUnit: FindUnit,
    private readonly submitDailyReport: SubmitDailyReport,
    private readonly forwardDailyReport: ForwardDailyReport,
    private readonly returnDailyReport: ReturnDailyReport,
    private readonly reports: DailyReportRepository,
    private readonly submissions: SubmissionRepository,
  ) {}

  /** Sends a daily report. 201 for a new revision; 200 where it is a repetition. */
  @Post()
  @Allows('daily-report.submit')
  async submit(
    @Param('operation') operation: string,
    @Param('unit') unitId: string,
    @Body(validateBody(DailyReportSubmission)) submission: DailyReportSubmission,
    @RawBody() raw: Buffer,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Worded<SubmissionAnswer>> {
    const receivedAt = clock.now();
    const { plan, unit } = await this.findUnit.run(operation, unitId);
    const refusal = refuseDay(plan, unit, submission.operationDay, receivedAt);
    if (refusal) {
      const { firstDay, lastDay } = plan;
      const { code, ...params } = refusal;
      throw new ProblemError(422, code, { day: submission.operationDay, firstDay, lastDay, ...params });
    }
    const result = await this.submitDailyReport.run({
      operation,
      unit: unitId,
      submission,
      raw,
      receivedAt,
      party: nameOfParty(party),
    });
    response.status(result.created ? 201 : 200);
    return worded(result.answer, language);
  }

  /** Returns a revision to the unit with reasons. */
  @Post(':day/revisions/:revision/return')
  @HttpCode(200)
  @Allows('daily-report.return')
  async return(
    @Param() params: Record<string, string>,
    @Body(validateBody(ReturnRequest)) request: ReturnRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<RevisionKey & { state: 'returned' }> {
    const { key } = await this.revisionKey(params);
    await this.returnDailyReport.run(key, request.reasons, clock.now(), nameOfParty(party));
    return { ...key, state: 'returned' };
  }

  /** Forwards a revision to the Operation Coordination Unit. */
  @Post(':day/revisions/:revision/forward')
  @HttpCode(200)
  @Allows('daily-report.forward')
  async forward(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ForwardAnswer> {
    const { key, plan } = await this.revisionKey(params);
    return this.forwardDailyReport.run(key, plan, clock.now(), nameOfParty(party));
  }

  /** Everything that happened to the report of one day. */
  @Get(':day')
  @Allows('daily-report.read')
  async history(@Param() params: Record<string, string>): Promise<DailyReportHistory> {
    const { key } = await this.unitDayKey(params);
    const revisions = await this.reports.revisions(key);
    if (revisions.length === 0)
      throw new ProblemError(404, 'report-unknown', { unit: key.unit, day: key.operationDay });
    return {
      ...key,
      revisions: revisions.map(({ content: _content, findings: _findings, ...rest }) => rest),
      stateChanges: await this.reports.stateChanges(key),
    };
  }

  /** One revision with its content and findings. */
  @Get(':day/revisions/:revision')
  @Allows('daily-report.read')
  async revision(
    @Param() params: Record<string, string>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Worded<RevisionRecord>> {
    const { key } = await this.revisionKey(params);
    const record = await this.reports.findRevision(key, key.revision);
    if (!record) throw unknownRevision(key);
    return worded(record, language);
  }

  /** The bytes of a revision exactly as they were received. */
  @Get(':day/revisions/:revision/raw')
  @Header('Content-Type', 'application/json')
  @Allows('daily-report.read')
  async raw(@Param() params: Record<string, string>, @Res() response: Response): Promise<void> {
    const { key } = await this.revisionKey(params);
    const raw = await this.submissions.raw(key, key.revision);
    if (!raw) throw unknownRevision(key);
    response.send(raw);
  }

  private async unitDayKey(params: Record<string, string>) {
    const { operation = '', unit = '', day = '' } = params;
    const { plan } = await this.findUnit.run(operation, unit);
    if (!isCalendarDay(day)) throw new ProblemError(404, 'report-unknown', { unit, day });
    return { plan, key: { operation, unit, operationDay: day } };
  }

  private async revisionKey(params: Record<string, string>) {
    const { plan, key } = await this.unitDayKey(params);
    const text = params['revision'] ?? '';
    const revision = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
    if (revision === 0) {
      throw new ProblemError(404, 'revision-unknown', {
        unit: key.unit,
        day: key.operationDay,
        revision: text,
      });
    }
    return { plan, key: { ...key, revision } };
  }
}

function worded<T extends Pick<RevisionRecord, 'findings'>>(
  answer: T,
  language: string | undefined,
): Worded<T> {
  return { ...answer, findings: wordedFindings(answer.findings, language) };
}

function unknownRevision(key: RevisionKey): ProblemError {
  return new ProblemError(404, 'revision-unknown', {
    unit: key.unit,
    day: key.operationDay,
    revision: key.revision,
  });
}
