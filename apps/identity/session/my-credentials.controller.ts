import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type SignedInAccount } from '#libs/security/session/session-reader.js';
import { SignedIn } from '#libs/web/access/access.decorators.js';
import { Account } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { InvitationMade } from '../invitation/invitation.dto.js';
import {
  ChangePasswordRequest,
  CredentialsChanged,
  RecoveryCodes,
  RenewRecoveryCodesRequest,
  ReplaceSecondFactorRequest,
} from './me.dto.js';
import { MyCredentials } from './my-credentials.js';

/** The own password, authenticator and recovery codes. */
@Controller('me')
@SignedIn()
export class MyCredentialsController {
  constructor(private readonly credentials: MyCredentials) {}

  /** Another password; the other sessions end. */
  @Post('password')
  @ApiOperation({ summary: 'Changes the own password and ends all other sessions.' })
  @HttpCode(200)
  @Answers({ 200: 'Changed' }, CredentialsChanged)
  async changePassword(
    @Body(validateBody(ChangePasswordRequest)) { password, newPassword }: ChangePasswordRequest,
    @Account() me: SignedInAccount,
  ): Promise<CredentialsChanged> {
    await this.credentials.changePassword(me, password, newPassword);
    return { state: 'changed' };
  }

  /** New recovery codes; the former ones are void. */
  @Post('recovery-codes')
  @ApiOperation({ summary: 'Makes new recovery codes; the former ones are of no use any more.' })
  @HttpCode(200)
  @Answers({ 200: 'The new codes' }, RecoveryCodes)
  async renew(
    @Body(validateBody(RenewRecoveryCodesRequest)) { code }: RenewRecoveryCodesRequest,
    @Account() me: SignedInAccount,
  ): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.credentials.renewRecoveryCodes(me, code) };
  }

  /** The answer is an invitation to oneself: accepting it sets the new authenticator and ends all sessions. */
  @Post('second-factor')
  @ApiOperation({
    summary:
      'Begins to replace the own authenticator: the answer has an invitation to accept with the new one.',
  })
  @Answers({ 201: 'The invitation' }, InvitationMade)
  async replaceSecondFactor(
    @Body(validateBody(ReplaceSecondFactorRequest)) { password, code }: ReplaceSecondFactorRequest,
    @Account() me: SignedInAccount,
  ): Promise<InvitationMade> {
    return { account: me.accountId, ...(await this.credentials.replaceSecondFactor(me, password, code)) };
  }
}
