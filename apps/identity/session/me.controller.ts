import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { UUID_PATTERN } from '#libs/contracts/shapes.js';
import { needsNoEntry } from '#libs/audit/recording/change-details.js';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type SignedInAccount } from '#libs/security/session/session-reader.js';
import { SignedIn } from '#libs/web/access/access.decorators.js';
import { Account } from '#libs/web/access/caller.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { AccountRepository } from '../account/account.repository.js';
import { Me, MySessions, SessionsEnded } from './me.dto.js';
import { SessionRepository } from './session.repository.js';

/** The own account and its sessions. */
@Controller('me')
@SignedIn()
export class MeController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Who has signed in, with the roles in all operations. */
  @Get()
  @ApiOperation({ summary: 'Who is signed in, with the roles in each operation.' })
  @Answers({ 200: 'The own account' }, Me)
  async me(@Account() { accountId, person, language }: SignedInAccount): Promise<Me> {
    const roles = await this.accounts.rolesOf(accountId);
    return {
      ...{ name: person, language },
      roles: roles.map(({ operation, role, unit, country }) => ({
        ...{ operation, role },
        ...(unit !== null && { unit }),
        ...(country !== null && { country }),
      })),
    };
  }

  /** The open sessions, the oldest first. */
  @Get('sessions')
  @ApiOperation({ summary: 'The sessions of the person that is signed in.' })
  @Answers({ 200: 'The open sessions' }, MySessions)
  async list(@Account() { accountId, sessionId }: SignedInAccount): Promise<MySessions> {
    const open = await this.sessions.open(accountId, this.clock.now());
    return { sessions: open.map((session) => ({ ...session, isThis: session.id === sessionId })) };
  }

  /** Ends one of the own sessions. */
  @Delete('sessions/:session')
  @ApiOperation({ summary: 'Ends one of the own sessions.' })
  @Answers({ 200: 'Ended' }, SessionsEnded)
  async end(
    @Param('session') session: string,
    @Account() { accountId }: SignedInAccount,
  ): Promise<SessionsEnded> {
    const isThere =
      UUID_PATTERN.test(session) &&
      (await this.unitOfWork.run(async (manager) => {
        const isEnded = await this.sessions.endOne(manager, accountId, session, this.clock.now());
        if (!isEnded) needsNoEntry(manager);
        return isEnded;
      }));
    if (!isThere) throw new ProblemError(404, 'session-unknown');
    return { ended: 1 };
  }

  /** Ends all own sessions but this one. */
  @Delete('sessions')
  @ApiOperation({ summary: 'Ends all own sessions but this one.' })
  @Answers({ 200: 'Ended' }, SessionsEnded)
  async endOthers(@Account() account: SignedInAccount): Promise<SessionsEnded> {
    const ended = await this.unitOfWork.run((manager) =>
      this.sessions.endOthers(account, 'ended-by-owner', this.clock.now(), manager),
    );
    return { ended };
  }
}
