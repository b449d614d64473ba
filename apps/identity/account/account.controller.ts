import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { UUID_PATTERN } from '#libs/contracts/shapes.js';
import { Clock } from '#libs/observability/clock.js';
import { type ActingParty, nameOfParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { InvitationMade } from '../invitation/invitation.dto.js';
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

  /** A new account with a role in the operation. The token of the answer goes to the invited person. */
  @Post()
  @ApiOperation({
    summary: 'Invites a person to a role in the operation; the answer has the invitation, once.',
  })
  @Answers({ 201: 'Invited' }, InvitationMade)
  @Allows('account.administer')
  invite(
    @Param('operation') operation: string,
    @Body(validateBody(InviteRequest)) { role, unit, country, ...person }: InviteRequest,
    @Party() party: ActingParty,
  ): Promise<InvitationMade> {
    const grant = { role, ...(unit !== undefined && { unit }), ...(country !== undefined && { country }) };
    return this.administer.invite(operation, person, grant, this.change(party));
  }

  /** A new invitation in place of the former one: for lost credentials, and for an account that was disabled. */
  @Post(':account/invitation')
  @ApiOperation({ summary: 'Invites again a person whose invitation was lost or has expired.' })
  @Answers({ 201: 'Invited' }, InvitationMade)
  @Allows('account.administer')
  inviteAgain(@Param() params: Params, @Party() party: ActingParty): Promise<InvitationMade> {
    return this.administer.inviteAgain(keyOf(params), this.change(party));
  }

  /** Another role in the operation; all sessions of the account end. */
  @Put(':account/role')
  @ApiOperation({ summary: 'Gives the account another role in the operation and ends its sessions.' })
  @Answers({ 200: 'Changed' }, AccountChanged)
  @Allows('account.administer')
  async changeRole(
    @Param() params: Params,
    @Body(validateBody(RoleRequest)) role: RoleRequest,
    @Party() party: ActingParty,
  ): Promise<AccountChanged> {
    await this.administer.changeRole(keyOf(params), role, this.change(party));
    return { state: 'role-changed' };
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
