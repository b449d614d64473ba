import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import {
  ApprovalRequest,
  ProposalAnswer,
  proposalAnswer,
  ReasonRequest,
} from '#libs/proposals/proposal.dto.js';
import { signatoryOf } from '#libs/proposals/two-persons.domain.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ApprovePlan } from './approve-plan.js';
import { HeldPlanAnswer, PlanApproved } from './held-plan.dto.js';

/** A version of the plan that adds a country, or changes sharing or who acts for one: it waits for two persons. */
@Controller('operations/:operation/held-plan')
export class HeldPlanController {
  constructor(private readonly approvePlan: ApprovePlan) {}

  @Get()
  @ApiOperation({ summary: 'The version of the plan that waits for two persons.' })
  @Answers({ 200: 'The version that waits' }, HeldPlanAnswer)
  @Allows('operation-plan.approve')
  async read(@Param('operation') operation: string): Promise<HeldPlanAnswer> {
    const { planHash, changes, heldAt } = await this.approvePlan.read(operation);
    return { planHash, changes, heldAt };
  }

  @Post('proposal')
  @ApiOperation({ summary: 'Proposes to publish the version that waits.' })
  @Answers({ 201: 'Proposed, now or before' }, ProposalAnswer)
  @Allows('operation-plan.approve')
  async propose(
    @Param('operation') operation: string,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ProposalAnswer> {
    const at = clock.now();
    return proposalAnswer(await this.approvePlan.propose(operation, { by: signatoryOf(party), at }), at);
  }

  /** Another person than who proposed. */
  @Post('proposal/approval')
  @ApiOperation({ summary: 'Approves what another person proposed: the version of the hash is published.' })
  @HttpCode(200)
  @Answers({ 200: 'Approved and published' }, PlanApproved)
  @Allows('operation-plan.approve')
  async approve(
    @Param('operation') operation: string,
    @Body(validateBody(ApprovalRequest)) { contentHash }: ApprovalRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<PlanApproved> {
    const at = clock.now();
    const deciding = { by: signatoryOf(party), at, contentHash };
    const { proposal, version } = await this.approvePlan.approve(operation, deciding);
    return { proposal: proposalAnswer(proposal, at), version };
  }

  /** Another person than who proposed. */
  @Post('proposal/refusal')
  @ApiOperation({
    summary: 'Refuses what another person proposed, with a reason; the former version goes on.',
  })
  @HttpCode(200)
  @Answers({ 200: 'Refused' }, ProposalAnswer)
  @Allows('operation-plan.approve')
  async refuse(
    @Param('operation') operation: string,
    @Body(validateBody(ReasonRequest)) { reason }: ReasonRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ProposalAnswer> {
    const deciding = { by: signatoryOf(party), at: clock.now(), reason };
    return proposalAnswer(await this.approvePlan.end(operation, 'refuse', deciding), deciding.at);
  }

  /** Who proposed takes it back. */
  @Post('proposal/withdrawal')
  @ApiOperation({ summary: 'Takes the own proposal back, with a reason.' })
  @HttpCode(200)
  @Answers({ 200: 'Taken back' }, ProposalAnswer)
  @Allows('operation-plan.approve')
  async withdraw(
    @Param('operation') operation: string,
    @Body(validateBody(ReasonRequest)) { reason }: ReasonRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ProposalAnswer> {
    const deciding = { by: signatoryOf(party), at: clock.now(), reason };
    return proposalAnswer(await this.approvePlan.end(operation, 'withdraw', deciding), deciding.at);
  }
}
