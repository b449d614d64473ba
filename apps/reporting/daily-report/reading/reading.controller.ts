import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type Response } from 'express';
import { Discloses } from '#libs/audit/http/discloses.decorator.js';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { may } from '#libs/security/policy.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { RevisionAnswer } from '../daily-report.answers.dto.js';
import { RevisionDiff } from './diff.answer.dto.js';
import { FindReport, unknownRevision, type RouteParams } from '../find-report.js';
import { DailyReportHistory } from './history.answer.dto.js';
import { rawFileHeaders } from './raw-file.js';
import { ReadDailyReport } from './read-daily-report.js';
import { SubmissionRepository } from '../submission/submission.repository.js';
import { withMarking } from './with-marking.js';

/** Reports as they stand: to the country the whole, to the OCU what was forwarded. */
@Controller('operations/:operation/units/:unit/daily-reports/:day')
export class ReadingController {
  constructor(
    private readonly findReport: FindReport,
    private readonly readDailyReport: ReadDailyReport,
    private readonly submissions: SubmissionRepository,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Everything that happened to the report of one day, and who held it how long.' })
  @Answers({ 200: 'The history' }, DailyReportHistory)
  @Allows('daily-report.read')
  async history(@Param() params: RouteParams, @RequestClock() clock: Clock): Promise<DailyReportHistory> {
    return this.readDailyReport.history(await this.findReport.unitDay(params), clock.now());
  }

  @Get('diff')
  @ApiOperation({ summary: 'In which fields two revisions differ.' })
  @Answers({ 200: 'The differences' }, RevisionDiff)
  @ApiQuery({ name: 'from', schema: { type: 'integer', minimum: 1 } })
  @ApiQuery({ name: 'to', schema: { type: 'integer', minimum: 1 } })
  @Allows('daily-report.read')
  @Discloses('report')
  async diff(
    @Param() params: RouteParams,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
  ): Promise<RevisionDiff> {
    const { key } = await this.findReport.revision({ ...params, revision: String(from) });
    const { key: other } = await this.findReport.revision({ ...params, revision: String(to) });
    return this.readDailyReport.diff(key, other.revision);
  }

  @Get('revisions/:revision')
  @ApiOperation({ summary: 'One revision with its content and findings; to the OCU as it was forwarded.' })
  @Answers({ 200: 'The revision' }, RevisionAnswer)
  @Allows('daily-report.read-forwarded')
  @Discloses('report')
  async revision(
    @Param() params: RouteParams,
    @Party() party: ActingParty,
    @Headers('accept-language') language: string | undefined,
  ): Promise<RevisionAnswer> {
    const { key, unit, plan } = await this.findReport.revision(params);
    const isOwn = may(party, 'daily-report.read', { unit: unit.id, country: unit.country });
    const { readDailyReport } = this;
    const read = isOwn ? readDailyReport.national(key, language) : readDailyReport.told(key, language);
    return withMarking(await read, plan);
  }

  @Get('revisions/:revision/raw')
  @ApiOperation({ summary: 'The bytes of a revision exactly as they were received.' })
  @Allows('daily-report.read')
  @Discloses('export')
  async raw(@Param() params: RouteParams, @Res() response: Response): Promise<void> {
    const { key } = await this.findReport.revision(params);
    const found = await this.submissions.raw(key, key.revision);
    if (!found) throw unknownRevision(key);
    response.set(rawFileHeaders(key, key.revision, found.mediaType)).send(found.raw);
  }
}
