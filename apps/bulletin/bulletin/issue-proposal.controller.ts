import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { ProposalAnswer, proposalAnswer, ReasonRequest } from '#libs/proposals/proposal.dto.js';
import { signatoryOf } from '#libs/proposals/two-persons.domain.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindBulletin } from './find-bulletin.js';
import { IssueProposal } from './issue-proposal.js';

type Params = Readonly<Record<string, string>>;

/** The first of the two persons who issue a bulletin; the second one issues it, or refuses. */
@Controller('operations/:operation/bulletins/:number/revisions/:revision/issue/proposal')
export class IssueProposalController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly proposals: IssueProposal,
  ) {}

  /** The newest proposal, also one that was decided. */
  @Get()
  @ApiOperation({ summary: 'The newest proposal to issue the bulletin.' })
  @Answers({ 200: 'The proposal' }, ProposalAnswer)
  @Allows('bulletin.read-draft')
  async read(@Param() params: Params, @RequestClock() clock: Clock): Promise<ProposalAnswer> {
    const record = await this.findBulletin.any(params);
    return proposalAnswer(await this.proposals.read(record), clock.now());
  }

  /** Proposing again gives the first answer. */
  @Post()
  @ApiOperation({
    summary:
      'Proposes to issue the draft as it stands; within 72 hours another person, the head or a deputy, issues it.',
  })
  @Answers({ 201: 'Proposed, now or before' }, ProposalAnswer)
  @Allows('bulletin.propose-issue')
  async propose(
    @Param() params: Params,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ProposalAnswer> {
    const record = await this.findBulletin.any(params);
    const at = clock.now();
    return proposalAnswer(await this.proposals.propose(record, signatoryOf(party), at), at);
  }

  /** Another person does not issue it. */
  @Post('refusal')
  @ApiOperation({ summary: 'Refuses the proposal to issue, with a reason.' })
  @HttpCode(200)
  @Answers({ 200: 'Refused' }, ProposalAnswer)
  @Allows('bulletin.issue')
  refuse(
    @Param() params: Params,
    @Body(validateBody(ReasonRequest)) { reason }: ReasonRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ProposalAnswer> {
    return this.end(params, 'refuse', party, clock.now(), reason);
  }

  /** The proposing person takes it back. */
  @Post('withdrawal')
  @ApiOperation({ summary: 'Takes the own proposal to issue back, with a reason.' })
  @HttpCode(200)
  @Answers({ 200: 'Taken back' }, ProposalAnswer)
  @Allows('bulletin.propose-issue')
  withdraw(
    @Param() params: Params,
    @Body(validateBody(ReasonRequest)) { reason }: ReasonRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<ProposalAnswer> {
    return this.end(params, 'withdraw', party, clock.now(), reason);
  }

  private async end(
    params: Params,
    decision: 'refuse' | 'withdraw',
    party: ActingParty,
    at: string,
    reason: string,
  ): Promise<ProposalAnswer> {
    const record = await this.findBulletin.any(params);
    const ended = await this.proposals.end(record, decision, { by: signatoryOf(party), at, reason });
    return proposalAnswer(ended, at);
  }
}
