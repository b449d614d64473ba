import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Response } from 'express';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { ClosingOverride, ClosingProposal } from './closing-requests.dto.js';
import { ClosingStatus } from './closing-status.dto.js';
import { ReadClosingStatus } from './read-closing-status.js';
import { RequestClosing, type RequestOutcome } from './request-closing.js';

const STATUS_OF: Readonly<Record<RequestOutcome, number>> = { accepted: 202, 'already-closed': 200 };

/** Closing an operation day. */
@Controller('operations/:operation/days/:day/closing')
export class ClosingController {
  constructor(
    private readonly findOperation: FindOperation,
    private readonly requestClosing: RequestClosing,
    private readonly status: ReadClosingStatus,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      'Proposes to close the day; it is closed as soon as the seal of every unit has arrived. 200: it is closed already.',
  })
  @Answers({ 202: 'Closing', 200: 'Closed before' }, ClosingStatus)
  @Allows('operation-day.close')
  async propose(
    @Param('operation') operation: string,
    @Param('day') day: string,
    @Body(validateBody(ClosingProposal, { optional: true })) proposal: ClosingProposal,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ClosingStatus> {
    const kept = await this.findOperation.day(operation, day);
    const outcome = await this.requestClosing.propose(kept, day, {
      at: clock.now(),
      party: nameOfParty(party),
      ...(proposal.assessment && { assessment: proposal.assessment }),
    });
    response.status(STATUS_OF[outcome]);
    return this.status.run(kept, day);
  }

  @Post('override')
  @ApiOperation({
    summary: 'Closes the day without the seals that are still awaited. 200: it is closed already.',
  })
  @Answers({ 202: 'Closed', 200: 'Closed before' }, ClosingStatus)
  @Allows('operation-day.override-seals')
  async override(
    @Param('operation') operation: string,
    @Param('day') day: string,
    @Body(validateBody(ClosingOverride)) request: ClosingOverride,
    @Party() party: ActingParty,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ClosingStatus> {
    const kept = await this.findOperation.day(operation, day);
    const outcome = await this.requestClosing.override(kept, day, request.reason, nameOfParty(party));
    response.status(STATUS_OF[outcome]);
    return this.status.run(kept, day);
  }

  @Get()
  @ApiOperation({ summary: 'How far the closing has come.' })
  @Answers({ 200: 'The status' }, ClosingStatus)
  @Allows('operation-day.read')
  async read(@Param('operation') operation: string, @Param('day') day: string): Promise<ClosingStatus> {
    return this.status.run(await this.findOperation.day(operation, day), day);
  }
}
