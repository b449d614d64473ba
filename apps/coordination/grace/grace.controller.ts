import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { ClosingRepository } from '../closing/closing.repository.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { GraceAnswer, GraceDecision } from './grace.dto.js';
import { GraceRepository } from './grace.repository.js';
import { closingProposedAt } from './proposed-closing.domain.js';

/** Waiting longer for the reports of a day. */
@Controller('operations/:operation/days/:day/grace')
export class GraceController {
  constructor(
    private readonly findOperation: FindOperation,
    private readonly closings: ClosingRepository,
    private readonly grace: GraceRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      "One person's decision: closing is proposed that much later than the Plan says. It keeps nobody from closing.",
  })
  @HttpCode(200)
  @Answers({ 200: 'The extended grace' }, GraceAnswer)
  @Allows('operation-day.extend-grace')
  async extend(
    @Param('operation') operation: string,
    @Param('day') operationDay: string,
    @Body(validateBody(GraceDecision)) { minutes }: GraceDecision,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<GraceAnswer> {
    const { plan } = await this.findOperation.day(operation, operationDay);
    const extension = { minutes, decidedAt: clock.now(), decidedBy: nameOfParty(party) };
    await this.unitOfWork.run(async (manager) => {
      await this.closings.lockOperation(manager, operation);
      if (await this.closings.findClosed(operation, operationDay, manager))
        throw new ProblemError(409, 'day-closed', { day: operationDay });
      await this.grace.keep(manager, operation, operationDay, extension);
    });
    const proposedAt = closingProposedAt(plan, operationDay, minutes);
    return { operation, operationDay, ...extension, proposedAt };
  }
}
