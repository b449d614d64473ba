import { Body, Controller, Headers, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type Response } from 'express';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { type Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { queryFlag } from '#libs/web/query-flag.js';
import { FindUnit } from '../../operation-plan/find-unit.js';
import { DailyReportReceipt } from '../daily-report.answers.dto.js';
import { originOf } from '../find-report.js';
import { SubmitDailyReport } from './submit-daily-report.js';
import { wordedFindings } from '../findings/worded-findings.js';

/** Daily reports of one unit, sent by the unit or by its contact point. */
@Controller('operations/:operation/units/:unit/daily-reports')
export class DailyReportController {
  constructor(
    private readonly findUnit: FindUnit,
    private readonly submitDailyReport: SubmitDailyReport,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      'Sends a daily report. 201 for a new revision; 200 where it is a repetition, or a dry run, which stores nothing.',
  })
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
    const { plan } = await this.findUnit.run(operation, unit);
    const command = {
      ...{ operation, unit, submission, raw, rawMediaType: 'application/json' },
      ...{ receivedAt: clock.now(), party: nameOfParty(party), origin: originOf(plan, party) },
    };
    // A dry run must never be taken for a submission: a flag that cannot be read is refused.
    const isDryRun = queryFlag('dryRun', dryRun);
    const result = await (isDryRun
      ? this.submitDailyReport.check(command)
      : this.submitDailyReport.run(command));
    response.status(result.created && !isDryRun ? 201 : 200);
    const findings = wordedFindings(result.answer.findings, language);
    return { ...result.answer, findings, ...(isDryRun && { dryRun: true }) };
  }
}
