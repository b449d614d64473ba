import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ForwardReceipt, StepReceipt } from '../daily-report.answers.dto.js';
import { type ReasonEntry } from './reasons.dto.js';
import { AnswerRequest, QueryRequest, ReasonsRequest, WithdrawRequest } from './reasons.dto.js';
import { actThroughApi, FindReport, type RouteParams } from '../find-report.js';
import { ForwardDailyReport } from './forward-daily-report.js';
import { ReviseDailyReport, type ReasonedAction } from './revise-daily-report.js';

/** What is done with a revision after it was sent. Doing the same again gives the first answer. */
@Controller('operations/:operation/units/:unit/daily-reports/:day/revisions/:revision')
export class RevisionStepsController {
  constructor(
    private readonly findReport: FindReport,
    private readonly forwardDailyReport: ForwardDailyReport,
    private readonly reviseDailyReport: ReviseDailyReport,
  ) {}

  @Post('return')
  @ApiOperation({
    summary:
      'Returns a revision to the unit with reasons; a reason names its field as findings do: lines[0].goods[0].net.',
  })
  @HttpCode(200)
  @Answers({ 200: 'Returned, now or before' }, StepReceipt)
  @Allows('daily-report.return')
  return(
    @Param() params: RouteParams,
    @Body(validateBody(ReasonsRequest)) { reasons }: ReasonsRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<StepReceipt> {
    return this.revise(params, 'return', reasons, party, clock);
  }

  @Post('hold')
  @ApiOperation({
    summary: 'Holds a revision until a question is settled; a held one never forwards itself.',
  })
  @HttpCode(200)
  @Answers({ 200: 'Held, now or before' }, StepReceipt)
  @Allows('daily-report.hold')
  hold(
    @Param() params: RouteParams,
    @Body(validateBody(ReasonsRequest)) { reasons }: ReasonsRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<StepReceipt> {
    return this.revise(params, 'hold', reasons, party, clock);
  }

  @Post('withdraw')
  @ApiOperation({ summary: 'Takes back the newest revision before it is forwarded.' })
  @HttpCode(200)
  @Answers({ 200: 'Withdrawn, now or before' }, StepReceipt)
  @Allows('daily-report.withdraw')
  withdraw(
    @Param() params: RouteParams,
    @Body(validateBody(WithdrawRequest)) { reason }: WithdrawRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<StepReceipt> {
    return this.revise(params, 'withdraw', [reason], party, clock);
  }

  @Post('forward')
  @ApiOperation({ summary: 'Forwards a revision to the Operation Coordination Unit.' })
  @HttpCode(200)
  @Answers({ 200: 'Forwarded, now or before' }, ForwardReceipt)
  @Allows('daily-report.forward')
  async forward(
    @Param() params: RouteParams,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ForwardReceipt> {
    const found = await this.findReport.revision(params);
    const act = actThroughApi(found, party, clock.now());
    return this.forwardDailyReport.run(found.key, found.plan, act);
  }

  @Post('query')
  @ApiOperation({
    summary: 'Asks about a forwarded revision. The number is the one under which it was forwarded.',
  })
  @HttpCode(200)
  @Answers({ 200: 'Asked, now or before' }, StepReceipt)
  @Allows('daily-report.query')
  async query(
    @Param() params: RouteParams,
    @Body(validateBody(QueryRequest)) { questions: reasons }: QueryRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<StepReceipt> {
    const found = await this.findReport.revision(params);
    const act = actThroughApi(found, party, clock.now());
    const command = { key: found.key, action: 'query', reasons, act } as const;
    return { ...found.key, state: await this.reviseDailyReport.runTold(command) };
  }

  @Post('answer')
  @ApiOperation({ summary: 'Settles a question without a change of the report.' })
  @HttpCode(200)
  @Answers({ 200: 'Answered, now or before' }, StepReceipt)
  @Allows('daily-report.answer-query')
  answer(
    @Param() params: RouteParams,
    @Body(validateBody(AnswerRequest)) { text, language }: AnswerRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<StepReceipt> {
    return this.revise(params, 'answer', [{ text, language }], party, clock);
  }

  private async revise(
    params: RouteParams,
    action: ReasonedAction,
    reasons: readonly ReasonEntry[],
    party: ActingParty,
    clock: Clock,
  ): Promise<StepReceipt> {
    const found = await this.findReport.revision(params);
    const act = actThroughApi(found, party, clock.now());
    const state = await this.reviseDailyReport.run({ key: found.key, action, reasons, act });
    return { ...found.key, state };
  }
}
