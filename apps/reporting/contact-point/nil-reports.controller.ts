import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { preferredLanguage } from '#libs/web/problems/preferred-language.js';
import { problemDocument } from '#libs/web/problems/problem-document.js';
import { originOf } from '../daily-report/find-report.js';
import { FindCountry } from '../operation-plan/find-country.js';
import { type NilReportOutcome, NilReportsAnswer, NilReportsRequest } from './nil-reports.dto.js';
import { type NilOutcome, SendNilReports } from './send-nil-reports.js';

/** Nil reports of several units of a country at once. */
@Controller('operations/:operation/countries/:country/nil-reports')
export class NilReportsController {
  constructor(
    private readonly findCountry: FindCountry,
    private readonly sendNilReports: SendNilReports,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      'Sends nil reports under the name of the contact point. What cannot be taken is told unit by unit.',
  })
  @HttpCode(200)
  @Answers({ 200: 'What became of each report' }, NilReportsAnswer)
  @Allows('daily-report.submit')
  async send(
    @Param('operation') operation: string,
    @Param('country') country: string,
    @Body(validateBody(NilReportsRequest)) request: NilReportsRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') language: string | undefined,
  ): Promise<NilReportsAnswer> {
    const found = await this.findCountry.run(operation, country);
    const act = { at: clock.now(), party: nameOfParty(party), origin: originOf(found.plan, party) };
    const outcomes = await this.sendNilReports.run(found, request, act);
    return {
      ...{ operation, country, operationDay: request.operationDay },
      outcomes: outcomes.map((outcome) => outcomeAnswer(outcome, language)),
    };
  }
}

function outcomeAnswer(
  { problem, revision, ...outcome }: NilOutcome,
  acceptLanguage: string | undefined,
): NilReportOutcome {
  const { title, detail } = problem
    ? problemDocument(problem, preferredLanguage(acceptLanguage))
    : { title: '', detail: '' };
  return {
    ...outcome,
    outcome: revision === undefined ? 'refused' : outcome.onTime === undefined ? 'submitted' : 'forwarded',
    ...(revision !== undefined && { revision }),
    ...(problem && { problem: { code: problem.code, detail: `${title}. ${detail}` } }),
  };
}
