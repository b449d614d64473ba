import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { type KeptPlan } from '../operation-plan/operation-plan.repository.js';
import { ClosingOverride, ClosingProposal } from './closing-requests.dto.js';
import { ClosingStatus } from './closing-status.dto.js';
import { ClosingRepository } from './closing.repository.js';
import { RequestClosing, type RequestOutcome } from './request-closing.js';

const STATUS_OF: Readonly<Record<RequestOutcome, number>> = { accepted: 202, 'already-closed': 200 };

/** Closing an operation day. */
@Controller('operations/:operation/days/:day/closing')
export class ClosingController {
  constructor(
    private readonly findOperation: FindOperation,
    private readonly closings: ClosingRepository,
    private readonly requestClosing: RequestClosing,
  ) {}

  /** Proposes to close the day; it is closed as soon as the seal of every unit has arrived. 200: it is closed already. */
  @Post()
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
    return this.status(kept, day);
  }

  /** Closes the day without the seals that are still awaited. 200: it is closed already. */
  @Post('override')
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
    return this.status(kept, day);
  }

  /** How far the closing has come. */
  @Get()
  @Answers({ 200: 'The status' }, ClosingStatus)
  @Allows('operation-day.read')
  async read(@Param('operation') operation: string, @Param('day') day: string): Promise<ClosingStatus> {
    return this.status(await this.findOperation.day(operation, day), day);
  }

  private async status(kept: KeptPlan, operationDay: string): Promise<ClosingStatus> {
    const operation = kept.plan.code;
    const closing = await this.closings.find(operation, operationDay);
    const closed = await this.closings.findClosed(operation, operationDay);
    const state = closed ? 'closed' : closing ? 'sealing' : 'open';
    return {
      operation,
      operationDay,
      state,
      attempt: closing?.attempt ?? 0,
      ...(state === 'sealing' && closing
        ? await this.awaited(kept, operationDay, closing.attempt)
        : { sealsAwaited: [], eventsMissing: [] }),
      ...(closed && { number: closed.number, revision: closed.revision, snapshotHash: closed.snapshotHash }),
    };
  }

  private async awaited(
    kept: KeptPlan,
    operationDay: string,
    attempt: number,
  ): Promise<Pick<ClosingStatus, 'sealsAwaited' | 'eventsMissing'>> {
    const seals = await this.closings.seals(kept.plan.code, operationDay, attempt);
    const units = kept.plan.units.map(({ id }) => id).sort();
    return {
      sealsAwaited: units.filter((unit) => !seals.has(unit)),
      eventsMissing: await this.closings.unitsWithGaps(kept.plan.code, seals),
    };
  }
}
