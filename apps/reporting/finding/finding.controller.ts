import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindReport, originOf, type RouteParams } from '../daily-report/find-report.js';
import { FindingsAnswer } from './finding.answers.dto.js';
import { AnswerFindingRequest, CloseFindingRequest } from './finding.requests.dto.js';
import { ListFindings } from './list-findings.js';
import { SayAboutFinding, type Saying } from './say-about-finding.js';
import { isOfOcu } from './sides.domain.js';

/** Findings on the report of a day: answered by the officer, closed by the contact point or the OCU. */
@Controller('operations/:operation/units/:unit/daily-reports/:day/findings')
export class FindingController {
  constructor(
    private readonly findReport: FindReport,
    private readonly listFindings: ListFindings,
    private readonly sayAboutFinding: SayAboutFinding,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The findings of the newest revision; to the OCU, of what was forwarded last.' })
  @Answers({ 200: 'The findings and what was said about them' }, FindingsAnswer)
  @Allows('finding.read')
  async list(
    @Param() params: RouteParams,
    @Party() party: ActingParty,
    @Headers('accept-language') language: string | undefined,
  ): Promise<FindingsAnswer> {
    const { key } = await this.findReport.unitDay(params);
    return this.listFindings[isOfOcu(party.role) ? 'forwarded' : 'national'](key, language);
  }

  @Post(':finding/answer')
  @ApiOperation({
    summary:
      'Answers a finding, or confirms that the data is right as it stands. The answer stays over revisions.',
  })
  @HttpCode(200)
  @Answers({ 200: 'The findings with the answer' }, FindingsAnswer)
  @Allows('finding.answer')
  async answer(
    @Param() params: RouteParams,
    @Body(validateBody(AnswerFindingRequest)) request: AnswerFindingRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') language: string | undefined,
  ): Promise<FindingsAnswer> {
    return this.say(params, sayingOf(request), party, clock, language);
  }

  @Post(':finding/close')
  @ApiOperation({ summary: 'Closes a finding: nothing more is asked about it.' })
  @HttpCode(200)
  @Answers({ 200: 'The findings with the closed one' }, FindingsAnswer)
  @Allows('finding.close')
  async close(
    @Param() params: RouteParams,
    @Body(validateBody(CloseFindingRequest)) { reason, language: written }: CloseFindingRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') language: string | undefined,
  ): Promise<FindingsAnswer> {
    const saying = { kind: 'closing', text: reason, language: written } as const;
    return this.say(params, saying, party, clock, language);
  }

  private async say(
    params: RouteParams,
    saying: Saying,
    party: ActingParty,
    clock: Clock,
    language: string | undefined,
  ): Promise<FindingsAnswer> {
    const { key, plan } = await this.findReport.unitDay(params);
    // Refuses a contact point that the Plan does not name.
    originOf(plan, party);
    await this.sayAboutFinding.run(key, params['finding'] ?? '', saying, party, clock.now());
    return this.list(params, party, language);
  }
}

/** @throws ProblemError 400 unless it is a text with its language or a confirmation, and not both */
function sayingOf({ text, language, confirmed }: AnswerFindingRequest): Saying {
  if (confirmed && text === undefined && language === undefined) return { kind: 'confirmation' };
  if (!confirmed && text !== undefined && language !== undefined) return { kind: 'answer', text, language };
  throw new ProblemError(400, 'invalid-fields', { count: 1 }, [{ path: 'text', code: 'answer-or-confirm' }]);
}
