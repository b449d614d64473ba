import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Response } from 'express';
import { UUID_PATTERN } from '#libs/contracts/shapes.js';
import { Clock } from '#libs/observability/clock.js';
import { ProposalAnswer, proposalAnswer } from '#libs/proposals/proposal.dto.js';
import { type ActingParty, nameOfParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { InvitationMade } from '../invitation/invitation.dto.js';
import { type Outcome, ProposeChange } from '../proposal/propose-change.js';
import { AccountChanged, AccountList, InviteRequest, RoleRequest } from './account.dto.js';
import { type AccountInOperation, type Change } from './account.records.js';
import { AccountRepository } from './account.repository.js';
import { type AccountKey, AdministerAccounts } from './administer-accounts.js';

type Params = Readonly<Record<string, string>>;

/** The accounts with a role in one operation. */
@Controller('operations/:operation/accounts')
export class AccountController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly administer: AdministerAccounts,
    private readonly changes: ProposeChange,
    private readonly clock: Clock,
  ) {}

  /** Everybody with a role in the operation, by name. */
  @Get()
  @ApiOperation({ summary: 'The accounts that have a role in the operation.' })
  @Answers({ 200: 'The accounts' }, AccountList)
  @Allows('account.administer')
  async list(@Param('operation') operation: string): Promise<AccountList> {
    return { accounts: (await this.accounts.ofOperation(operation)).map(answerOf) };
  }

  /**
   * A new account with a role in the operation. The token of the answer goes to the invited person. A role of weight is
   * proposed: the approval has the token.
   */
  @Post()
  @ApiOperation({
    summary:
      'Invites a person to a role in the operation; the answer has the invitation, once. A contact point, a head and an administrator are proposed to another person.',
  })
  @Answers({ 201: 'Invited' }, InvitationMade)
  @Answers({ 202: 'Proposed: another person has to approve it' }, ProposalAnswer)
  @Allows('account.administer')
  async invite(
    @Param('operation') operation: string,
    @Body(validateBody(InviteRequest)) { role, unit, country, ...person }: InviteRequest,
    @Party() party: ActingParty,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvitationMade | ProposalAnswer> {
    const grant = { role, ...(unit !== undefined && { unit }), ...(country !== undefined && { country }) };
    return this.told(await this.changes.invite(operation, person, grant, party), response);
  }

  /**
   * A new invitation in place of the former one: for lost credentials, and for an account that was disabled. Where
   * somebody has accepted one before, it is proposed: whoever holds it becomes that account.
   */
  @Post(':account/invitation')
  @ApiOperation({
    summary:
      'Invites again a person whose invitation was lost or has expired; for an account that was active, it is proposed to another person.',
  })
  @Answers({ 201: 'Invited' }, InvitationMade)
  @Answers({ 202: 'Proposed: another person has to approve it' }, ProposalAnswer)
  @Allows('account.administer')
  async inviteAgain(
    @Param() params: Params,
    @Party() party: ActingParty,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InvitationMade | ProposalAnswer> {
    return this.told(await this.changes.inviteAgain(keyOf(params), party), response);
  }

  /** Another role in the operation, once another person has approved it; all sessions of the account end then. */
  @Put(':account/role')
  @ApiOperation({
    summary: 'Proposes another role in the operation; with the approval the sessions of the account end.',
  })
  @HttpCode(202)
  @Answers({ 202: 'Proposed, now or before' }, ProposalAnswer)
  @Allows('account.administer')
  async changeRole(
    @Param() params: Params,
    @Body(validateBody(RoleRequest)) role: RoleRequest,
    @Party() party: ActingParty,
  ): Promise<ProposalAnswer> {
    return proposalAnswer(await this.changes.changeRole(keyOf(params), role, party), this.clock.now());
  }

  /** No role in the operation any more; all sessions of the account end. */
  @Delete(':account/role')
  @ApiOperation({ summary: 'Takes the role in the operation from the account and ends its sessions.' })
  @Answers({ 200: 'Taken' }, AccountChanged)
  @Allows('account.administer')
  async takeRole(@Param() params: Params, @Party() party: ActingParty): Promise<AccountChanged> {
    await this.administer.takeRole(keyOf(params), this.change(party));
    return { state: 'role-taken' };
  }

  /** The account can sign in no more, and all its sessions end. */
  @Post(':account/disable')
  @ApiOperation({ summary: 'Disables the account and ends its sessions.' })
  @HttpCode(200)
  @Answers({ 200: 'Disabled' }, AccountChanged)
  @Allows('account.administer')
  async disable(@Param() params: Params, @Party() party: ActingParty): Promise<AccountChanged> {
    await this.administer.disable(keyOf(params), this.change(party));
    return { state: 'disabled' };
  }

  private told(outcome: Outcome, response: Response): InvitationMade | ProposalAnswer {
    if ('done' in outcome) return outcome.done;
    response.status(202);
    return proposalAnswer(outcome.proposed, this.clock.now());
  }

  private change(party: ActingParty): Change {
    return { at: this.clock.now(), by: nameOfParty(party) };
  }
}

function keyOf({ operation = '', account = '' }: Params): AccountKey {
  if (!UUID_PATTERN.test(account)) throw new ProblemError(404, 'account-unknown');
  return { operation, account };
}

function answerOf({
  unit,
  country,
  invitedUntil,
  ...account
}: AccountInOperation): AccountList['accounts'][0] {
  return {
    ...account,
    ...(unit !== null && { unit }),
    ...(country !== null && { country }),
    ...(invitedUntil !== null && { invitedUntil }),
  };
}
