import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { RevisionProposal } from './closing-requests.dto.js';
import { ClosingStatus } from './closing-status.dto.js';
import { ReadClosingStatus } from './read-closing-status.js';
import { RequestClosing } from './request-closing.js';

/** Revised editions of a closed day. */
@Controller('operations/:operation/days/:day/revision')
export class RevisionController {
  constructor(
    private readonly findOperation: FindOperation,
    private readonly requestClosing: RequestClosing,
    private readonly status: ReadClosingStatus,
  ) {}

  @Post()
  @ApiOperation({
    summary:
      'Asks for the next edition of a closed day, over what has been forwarded by now; the editions that stand remain. Made when the seals have arrived; where it would say nothing else, the state becomes unchanged.',
  })
  @HttpCode(202)
  @Answers({ 202: 'Revising' }, ClosingStatus)
  @Allows('operation-day.revise')
  async revise(
    @Param('operation') operation: string,
    @Param('day') day: string,
    @Body(validateBody(RevisionProposal)) { reason, assessment }: RevisionProposal,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ClosingStatus> {
    const kept = await this.findOperation.day(operation, day);
    await this.requestClosing.revise(kept, day, {
      at: clock.now(),
      party: nameOfParty(party),
      reason,
      ...(assessment && { assessment }),
    });
    return this.status.run(kept, day);
  }
}
