import { type BlockList } from 'node:net';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Request } from 'express';
import { Public } from '#libs/web/access/access.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { RecoveryCodes } from '../session/me.dto.js';
import { senderOf } from '#libs/web/access/sender-of.js';
import { TRUSTED_PROXIES } from '../sign-in/origin-of.js';
import { AcceptInvitation } from './accept-invitation.js';
import { AcceptInvitationRequest, InvitationAnswer, LookAtInvitationRequest } from './invitation.dto.js';

/** For whoever holds an invitation: its token is the proof. */
@Controller('invitations')
@Public()
export class InvitationController {
  constructor(
    private readonly acceptance: AcceptInvitation,
    @Inject(TRUSTED_PROXIES) private readonly proxies: BlockList,
  ) {}

  /** What the authenticator is to be given. The token stands in the body, because addresses are written into logs. */
  @Post('look')
  @ApiOperation({ summary: 'What an invitation is for, and the second factor to set up.' })
  @HttpCode(200)
  @Answers({ 200: 'The invitation is open' }, InvitationAnswer)
  async look(
    @Body(validateBody(LookAtInvitationRequest)) { token }: LookAtInvitationRequest,
  ): Promise<InvitationAnswer> {
    const { account, ...totp } = await this.acceptance.look(token);
    return { name: account.name, language: account.language, ...totp };
  }

  /** Sets password and authenticator; the account can sign in. */
  @Post('accept')
  @ApiOperation({ summary: 'Accepts an invitation with a password and a code of the second factor.' })
  @HttpCode(200)
  @Answers({ 200: 'Accepted' }, RecoveryCodes)
  async accept(
    @Body(validateBody(AcceptInvitationRequest)) body: AcceptInvitationRequest,
    @Req() request: Request,
  ): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.acceptance.run(body, senderOf(request, this.proxies)) };
  }
}
