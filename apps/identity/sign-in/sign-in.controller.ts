import { type BlockList } from 'node:net';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { isAboutAccount } from '#libs/audit/recording/audit-context.js';
import { needsNoEntry } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { Clock } from '#libs/observability/clock.js';
import {
  endedSessionCookie,
  sessionCookie,
  type SessionTransport,
} from '#libs/security/session/session-cookie.js';
import { Public } from '#libs/web/access/access.decorators.js';
import { tokenOf } from '#libs/web/access/identify.js';
import { isFromOwnOrigin, sessionTransport } from '#libs/web/access/own-origin.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { SessionRepository } from '../session/session.repository.js';
import { originOf, TRUSTED_PROXIES } from './origin-of.js';
import { SecondFactorRequest, SignInChallenge, SignInOutcome, SignInRequest } from './sign-in.dto.js';
import { SignIn } from './sign-in.js';

/** Signing in, in two steps, and out. */
@Controller()
@Public()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(TRUSTED_PROXIES) private readonly proxies: BlockList,
  ) {}

  /** Name and password. Unknown, wrong and locked are told alike. */
  @Post('sign-in')
  @ApiOperation({ summary: 'First step of signing in: name and password.' })
  @HttpCode(200)
  @Answers({ 200: 'The password is right; the second factor is awaited' }, SignInChallenge)
  async first(
    @Body(validateBody(SignInRequest)) body: SignInRequest,
    @Req() request: Request,
  ): Promise<SignInChallenge> {
    transportOf(request);
    const { token, expiresAt } = await this.signIn.first(body, originOf(request, this.proxies));
    return { challenge: token, expiresAt };
  }

  /** The second factor. The answer sets the cookie of a new session. */
  @Post('sign-in/second-factor')
  @ApiOperation({ summary: 'Second step of signing in: a code of the second factor, or a recovery code.' })
  @HttpCode(200)
  @Answers({ 200: 'Signed in' }, SignInOutcome)
  async second(
    @Body(validateBody(SecondFactorRequest)) { challenge, ...shown }: SecondFactorRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInOutcome> {
    const transport = transportOf(request);
    const token = await this.signIn.second(challenge, shown, originOf(request, this.proxies));
    response.setHeader('Set-Cookie', sessionCookie(token, transport));
    return { state: 'signed-in' };
  }

  /** Ends the session of the cookie, where there is one, and takes the cookie away. */
  @Post('sign-out')
  @ApiOperation({ summary: 'Ends the session.' })
  @HttpCode(200)
  @Answers({ 200: 'Signed out, now or before' }, SignInOutcome)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInOutcome> {
    const transport = transportOf(request);
    const token = tokenOf(request);
    if (token !== undefined)
      await this.unitOfWork.run(async (manager) => {
        const name = await this.sessions.accountOf(manager, token);
        if (name === undefined) needsNoEntry(manager);
        else isAboutAccount(name);
        await this.sessions.endByToken(manager, token, 'signed-out', this.clock.now());
      });
    response.setHeader('Set-Cookie', endedSessionCookie(transport));
    return { state: 'signed-out' };
  }
}

/** @throws ProblemError 403 from another site's page, or over a way that others can read */
function transportOf({ method, headers }: Request): SessionTransport {
  if (!isFromOwnOrigin(method, headers)) throw new ProblemError(403, 'foreign-origin');
  const transport = sessionTransport(headers);
  if (!transport) throw new ProblemError(403, 'connection-insecure');
  return transport;
}
