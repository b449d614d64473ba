import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, RawBody, Res } from '@nestjs/common';
import { type Response } from 'express';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindUnit } from '../operation-plan/find-unit.js';
import {
  DailyReportHistory,
  DailyReportReceipt,
  ForwardReceipt,
  ReturnReceipt,
  RevisionAnswer,
} from './daily-report.answers.dto.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { ForwardDailyReport } from './forward-daily-report.js';
import { refuseDay } from './operation-day-window.domain.js';
import { ReturnDailyReport } from './return-daily-report.js';
import { ReturnRequest } from './return-request.dto.js';
import { type RevisionKey } from './revise-state.js';
import { SubmitDailyReport } from './submit-daily-report.js';
import { SubmissionRepository } from './submission.repository.js';
import { revisionAnswer, stateChangeAnswer, summaryOf } from './worded-answers.js';
import { wordedFindings } from './worded-findings.js';

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
  @Answers({ 201: 'A new revision', 200: 'A repetition: nothing new was stored' }, DailyReportReceipt)
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
  ): Promise<DailyReportReceipt> {
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
    return { ...result.answer, findings: wordedFindings(result.answer.findings, language) };
  }

  /** Returns a revision to the unit with reasons. */
  @Post(':day/revisions/:revision/return')
  @HttpCode(200)
  @Answers({ 200: 'Returned, now or before' }, ReturnReceipt)
  @Allows('daily-report.return')
  async return(
    @Param() params: Record<string, string>,
    @Body(validateBody(ReturnRequest)) request: ReturnRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ReturnReceipt> {
    const { key } = await this.revisionKey(params);
    await this.returnDailyReport.run(key, request.reasons, clock.now(), nameOfParty(party));
    return { ...key, state: 'returned' };
  }

  /** Forwards a revision to the Operation Coordination Unit. */
  @Post(':day/revisions/:revision/forward')
  @HttpCode(200)
  @Answers({ 200: 'Forwarded, now or before' }, ForwardReceipt)
  @Allows('daily-report.forward')
  async forward(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ForwardReceipt> {
    const { key, plan } = await this.revisionKey(params);
    return this.forwardDailyReport.run(key, plan, clock.now(), nameOfParty(party));
  }

  /** Everything that happened to the report of one day. */
  @Get(':day')
  @Answers({ 200: 'The history' }, DailyReportHistory)
  @Allows('daily-report.read')
  async history(@Param() params: Record<string, string>): Promise<DailyReportHistory> {
    const { key } = await this.unitDayKey(params);
    const revisions = await this.reports.revisions(key);
    if (revisions.length === 0)
      throw new ProblemError(404, 'report-unknown', { unit: key.unit, day: key.operationDay });
    return {
      ...key,
      revisions: revisions.map(summaryOf),
      stateChanges: (await this.reports.stateChanges(key)).map(stateChangeAnswer),
    };
  }

  /** One revision with its content and findings. */
  @Get(':day/revisions/:revision')
  @Answers({ 200: 'The revision' }, RevisionAnswer)
  @Allows('daily-report.read')
  async revision(
    @Param() params: Record<string, string>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<RevisionAnswer> {
    const { key } = await this.revisionKey(params);
    const record = await this.reports.findRevision(key, key.revision);
    if (!record) throw unknownRevision(key);
    return revisionAnswer(record, language);
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

function unknownRevision(key: RevisionKey): ProblemError {
  return new ProblemError(404, 'revision-unknown', {
    unit: key.unit,
    day: key.operationDay,
    revision: key.revision,
  });
}
