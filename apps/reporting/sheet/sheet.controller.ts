import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiQuery } from '@nestjs/swagger';
import { type Response } from 'express';
import { Discloses } from '#libs/audit/http/discloses.decorator.js';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { preferredLanguage } from '#libs/web/problems/preferred-language.js';
import { queryFlag } from '#libs/web/query-flag.js';
import { originOf } from '../daily-report/find-report.js';
import { FindUnit } from '../operation-plan/find-unit.js';
import { fileHeaders } from './file-headers.js';
import { ImportSheet } from './import/import-sheet.js';
import { SheetReceipt } from './import/sheet-answers.dto.js';
import { SheetQuota } from './quota/sheet-quota.js';
import { DownloadTemplate } from './template/download-template.js';

const FLAG = { enum: ['true', 'false'], required: false };

/** The daily report as a workbook: handed out, checked, taken. */
@Controller('operations/:operation/units/:unit/daily-reports')
export class SheetController {
  constructor(
    private readonly findUnit: FindUnit,
    private readonly downloadTemplate: DownloadTemplate,
    private readonly importSheet: ImportSheet,
    private readonly quota: SheetQuota,
  ) {}

  @Get(':day/template.xlsx')
  @ApiOperation({
    summary: 'The bilingual workbook of a day, filled with its newest revision where there is one.',
  })
  @ApiProduces(XLSX_MEDIA)
  @ApiQuery({ name: 'lang', enum: ['en', 'ru'], required: false })
  @Allows('daily-report.submit')
  @Discloses('export')
  async template(
    @Param() { operation = '', unit = '', day = '' }: Record<string, string>,
    @Query('lang') lang: unknown,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const language = lang === 'ru' || lang === 'en' ? lang : preferredLanguage(acceptLanguage);
    const file = await this.downloadTemplate.run(operation, unit, day, language);
    response.set(fileHeaders(XLSX_MEDIA, `${unit}_${day}.xlsx`)).send(file);
  }

  @Post('sheet')
  @ApiOperation({
    summary:
      'Takes a filled workbook. With dryRun it is only checked; with annotated it is only checked and comes back with comments on its cells.',
  })
  @ApiConsumes(XLSX_MEDIA)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers({ 201: 'A new revision', 200: 'A repetition or a dry run: nothing new was stored' }, SheetReceipt)
  @ApiQuery({ name: 'dryRun', ...FLAG })
  @ApiQuery({ name: 'annotated', ...FLAG })
  @Allows('daily-report.submit')
  async submit(
    @Param() { operation = '', unit = '' }: Record<string, string>,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.findUnit.run(operation, unit);
    const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const command = {
      ...{ operation, unit, raw, receivedAt: clock.now(), party: nameOfParty(party), acceptLanguage },
      origin: originOf(found.plan, party, 'sheet'),
    };
    const isDryRun = queryFlag('dryRun', query['dryRun']);
    const sender = { ...command, at: command.receivedAt, timeZone: found.unit.timeZone };
    if (queryFlag('annotated', query['annotated'])) {
      const { status, file } = await this.quota.during(sender, () => this.importSheet.annotate(command));
      response
        .status(status)
        .set(fileHeaders(XLSX_MEDIA, `${unit}_checked.xlsx`))
        .send(file);
      return;
    }
    const { created, receipt } = await this.quota.during(sender, () =>
      this.importSheet.run(command, isDryRun),
    );
    response.status(created ? 201 : 200).json(receipt);
  }
}
