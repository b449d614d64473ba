import { Body, Controller, Get, HttpCode, Module, Param, Post, RawBody } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ApiOperation, ApiQuery } from '@nestjs/swagger';
import { DailyReportSubmission } from '#libs/contracts/daily-report/daily-report-submission.dto.js';
import { Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows, Public } from '../access/access.decorators.js';
import { Party, RequestClock } from '../access/caller.decorators.js';
import { FixedClock } from '../access/fixed-clock.js';
import { validateBody } from '../body/validate-body.pipe.js';
import { APP_OPTIONS, configureApp } from '../configure-app.js';
import { HealthModule } from '../health/health.module.js';
import { ProblemError } from '../problem.js';
import { Assessment } from './assessment.dto.js';

/** State of the pretended database. */
export const database = { reason: undefined as string | undefined };

@Controller('operations/:operation')
class SampleController {
  @Post('units/:unit/daily-reports')
  @ApiOperation({ summary: 'Sends a daily report.' })
  @ApiQuery({ name: 'dryRun', enum: ['true', 'false'], required: false })
  @Allows('daily-report.submit')
  submit(
    @Body(validateBody(DailyReportSubmission)) body: DailyReportSubmission,
    @RawBody() raw: Buffer,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ) {
    return { body, bytes: raw.length, party, now: clock.now() };
  }

  @Post('days/:day/closing')
  @HttpCode(202)
  @Allows('operation-day.close')
  close(@Body(validateBody(Assessment, { optional: true })) body: Assessment) {
    return body;
  }

  @Get()
  @Public()
  fail(@Param('operation') operation: string) {
    switch (operation) {
      case 'unknown':
        throw new ProblemError(404, 'operation-unknown', { operation });
      case 'away':
        throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7'), { code: 'ECONNREFUSED' });
      case 'wordless':
        throw new ProblemError(409, 'no-such-code');
      default:
        throw new TypeError('secret /srv/app/file.ts');
    }
  }

  @Get('forgotten')
  forgotten() {
    return 'nobody may see this';
  }
}

@Module({
  imports: [HealthModule.register({ database: async () => database.reason })],
  controllers: [SampleController],
  providers: [{ provide: Clock, useValue: new FixedClock('2026-01-01T00:00:00.000Z') }],
})
class SampleModule {}

export interface SampleApp {
  readonly app: NestExpressApplication;
  readonly url: string;
}

/** A small service on a free port of the loopback. */
export async function startSampleApp(): Promise<SampleApp> {
  const app = await NestFactory.create<NestExpressApplication>(SampleModule, {
    ...APP_OPTIONS,
    logger: false,
  });
  configureApp(app, 'reporting');
  await app.listen(0, '127.0.0.1');
  return { app, url: `${await app.getUrl()}/api/reporting` };
}
