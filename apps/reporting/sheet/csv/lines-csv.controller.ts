import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiQuery } from '@nestjs/swagger';
import { type Response } from 'express';
import { Discloses } from '#libs/audit/http/discloses.decorator.js';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { CSV_MEDIA } from '#libs/web/body/body-limits.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { queryFlag } from '#libs/web/query-flag.js';
import { originOf } from '../../daily-report/find-report.js';
import { FindUnit } from '../../operation-plan/find-unit.js';
import { fileHeaders } from '../file-headers.js';
import { SheetReceipt } from '../import/sheet-answers.dto.js';
import { LinesCsv } from './lines-csv.js';

/** The lines of a daily report as a CSV file. */
@Controller('operations/:operation/units/:unit/daily-reports')
export class LinesCsvController {
  constructor(
    private readonly findUnit: FindUnit,
    private readonly linesCsv: LinesCsv,
  ) {}

  @Get(':day/lines.csv')
  @ApiOperation({
    summary: 'The lines of the newest revision; without one the first row alone, as a template.',
  })
  @ApiProduces(CSV_MEDIA)
  @Allows('daily-report.submit')
  @Discloses('export')
  async lines(
    @Param() { operation = '', unit = '', day = '' }: Record<string, string>,
    @Res() response: Response,
  ): Promise<void> {
    const text = await this.linesCsv.write(operation, unit, day);
    response
      .set(fileHeaders(`${CSV_MEDIA}; charset=utf-8`, `${unit}_${day}_lines.csv`))
      .send(Buffer.from(text));
  }

  @Post(':day/lines.csv')
  @ApiOperation({
    summary:
      'Takes the lines as the report of the day; with basedOn they replace the lines of that revision.',
  })
  @ApiConsumes(CSV_MEDIA)
  @ApiBody({ schema: { type: 'string' } })
  @ApiQuery({ name: 'preparedAt', description: 'With offset, e.g. 2017-09-05T18:30:00+05:00' })
  @ApiQuery({ name: 'submissionId', required: false, description: 'By default made from the file' })
  @ApiQuery({ name: 'basedOn', type: 'integer', required: false })
  @ApiQuery({ name: 'change', required: false })
  @ApiQuery({ name: 'reason', required: false })
  @ApiQuery({ name: 'reasonText', required: false })
  @ApiQuery({ name: 'dryRun', enum: ['true', 'false'], required: false })
  @Answers({ 201: 'A new revision', 200: 'A repetition or a dry run: nothing new was stored' }, SheetReceipt)
  @Allows('daily-report.submit')
  async submit(
    @Param() { operation = '', unit = '', day = '' }: Record<string, string>,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { plan } = await this.findUnit.run(operation, unit);
    const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const command = {
      ...{ operation, unit, raw, receivedAt: clock.now(), party: nameOfParty(party), acceptLanguage },
      origin: originOf(plan, party, 'sheet'),
    };
    const isDryRun = queryFlag('dryRun', query['dryRun']);
    const { created, receipt } = await this.linesCsv.submit(command, day, query, isDryRun);
    response.status(created ? 201 : 200).json(receipt);
  }
}
