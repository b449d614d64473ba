import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { UUID_PATTERN } from '#libs/contracts/shapes.js';
import { Clock } from '#libs/observability/clock.js';
import {
  ApprovalRequest,
  ProposalAnswer,
  proposalAnswer,
  ProposalList,
  ReasonRequest,
} from '#libs/proposals/proposal.dto.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { DecideChange, type ProposalKey } from './decide-change.js';
import { ApprovalAnswer } from './proposal.dto.js';

type Params = Readonly<Record<string, string>>;

/** What one person proposed about accounts and keys, for another one to decide. */
@Controller('operations/:operation/proposals')
export class ProposalController {
  constructor(
    private readonly decide: DecideChange,
    private readonly clock: Clock,
  ) {}

  /** The open ones first, then the newest. */
  @Get()
  @ApiOperation({ summary: 'What is and was proposed about accounts and keys of the operation.' })
  @Answers({ 200: 'The proposals' }, ProposalList)
  @Allows('proposal.read')
  async list(@Param('operation') operation: string): Promise<ProposalList> {
    const proposals = await this.decide.list(operation);
    return { proposals: proposals.map((one) => proposalAnswer(one, this.clock.now())) };
  }

  /** Another person than who proposed; what was proposed is done at once. */
  @Post(':proposal/approval')
  @ApiOperation({
    summary: 'Approves what another person proposed: exactly the content of the hash. It is done at once.',
  })
  @HttpCode(200)
  @Answers({ 200: 'Approved and done' }, ApprovalAnswer)
  @Allows('proposal.decide')
  async approve(
    @Param() params: Params,
    @Body(validateBody(ApprovalRequest)) { contentHash }: ApprovalRequest,
    @Party() party: ActingParty,
  ): Promise<ApprovalAnswer> {
    const { proposal, ...more } = await this.decide.approve(keyOf(params), contentHash, party);
    return { proposal: proposalAnswer(proposal, this.clock.now()), ...more };
  }

  /** Another person than who proposed. */
  @Post(':proposal/refusal')
  @ApiOperation({ summary: 'Refuses what another person proposed, with a reason.' })
  @HttpCode(200)
  @Answers({ 200: 'Refused' }, ProposalAnswer)
  @Allows('proposal.decide')
  async refuse(
    @Param() params: Params,
    @Body(validateBody(ReasonRequest)) { reason }: ReasonRequest,
    @Party() party: ActingParty,
  ): Promise<ProposalAnswer> {
    const ended = await this.decide.end(keyOf(params), 'refuse', reason, party);
    return proposalAnswer(ended, this.clock.now());
  }

  /** Who proposed takes it back. */
  @Post(':proposal/withdrawal')
  @ApiOperation({ summary: 'Takes the own proposal back, with a reason.' })
  @HttpCode(200)
  @Answers({ 200: 'Taken back' }, ProposalAnswer)
  @Allows('proposal.read')
  async withdraw(
    @Param() params: Params,
    @Body(validateBody(ReasonRequest)) { reason }: ReasonRequest,
    @Party() party: ActingParty,
  ): Promise<ProposalAnswer> {
    const ended = await this.decide.end(keyOf(params), 'withdraw', reason, party);
    return proposalAnswer(ended, this.clock.now());
  }
}

function keyOf({ operation = '', proposal: id = '' }: Params): ProposalKey {
  if (!UUID_PATTERN.test(id)) throw new ProblemError(404, 'proposal-unknown');
  return { operation, id };
}
