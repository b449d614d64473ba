import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
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
import { rawFileHeaders } from './raw-file.js';
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

  /** Sends a daily report. 201 for a new revision; 200 where it is a repetition, or a dry run, which stores nothing. */
  @Post()
  @Answers(
    { 201: 'A new revision', 200: 'A repetition or a dry run: nothing new was stored' },
    DailyReportReceipt,
  )
  @ApiQuery({ name: 'dryRun', enum: ['true', 'false'], required: false })
  @Allows('daily-report.submit')
  async submit(
    @Param('operation') operation: string,
    @Param('unit') unit: string,
    @Query('dryRun') dryRun: unknown,
    @Body(validateBody(DailyReportSubmission)) submission: DailyReportSubmission,
    @RawBody() raw: Buffer,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DailyReportReceipt> {
    const command = {
      ...{ operation, unit, submission, raw, rawMediaType: 'application/json' },
      ...{ receivedAt: clock.now(), party: nameOfParty(party), origin: { channel: 'api' } as const },
    };
    const isDryRun = flagOf('dryRun', dryRun);
    const result = await (isDryRun
      ? this.submitDailyReport.check(command)
      : this.submitDailyReport.run(command));
    response.status(result.created && !isDryRun ? 201 : 200);
    const findings = wordedFindings(result.answer.findings, language);
    return { ...result.answer, findings, ...(isDryRun && { dryRun: true }) };
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
  @Allows('daily-report.read')
  async raw(@Param() params: Record<string, string>, @Res() response: Response): Promise<void> {
    const { key } = await this.revisionKey(params);
    const found = await this.submissions.raw(key, key.revision);
    if (!found) throw unknownRevision(key);
    response.set(rawFileHeaders(key, key.revision, found.mediaType)).send(found.raw);
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

/** @throws ProblemError 400 for anything but `true` and `false`: a dry run must never be taken for a submission */
function flagOf(name: string, value: unknown): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  const problem = { path: name, code: 'unknown-value', params: { allowed: 'true, false' } };
  throw new ProblemError(400, 'invalid-fields', { count: 1 }, [problem]);
}

function unknownRevision(key: RevisionKey): ProblemError {
  return new ProblemError(404, 'revision-unknown', {
    unit: key.unit,
    day: key.operationDay,
    revision: key.revision,
  });
}
