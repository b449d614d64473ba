import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { isPassword } from '#libs/security/password/password-hash.js';
import { type SignedInAccount } from '#libs/security/session/session-reader.js';
import { ProblemError } from '#libs/web/problem.js';
import { AccountRepository } from '../account/account.repository.js';
import { hashNewPassword } from '../account/new-password.js';
import { orBusy } from '../account/or-busy.js';
import {
  InvitationRepository,
  type MadeInvitation,
  TO_ONESELF,
} from '../invitation/invitation.repository.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { AttemptsRepository, proofSubject } from '../sign-in/attempts.repository.js';
import { ChallengeRepository } from '../sign-in/challenge.repository.js';
import { SessionRepository } from './session.repository.js';

/** What somebody who has signed in changes of the own credentials; each needs a proof that it is still that person. */
@Injectable()
export class MyCredentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly secondFactor: SecondFactor,
    private readonly attempts: AttemptsRepository,
    private readonly challenges: ChallengeRepository,
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets another password; the other sessions end, and an invitation that is open for the account, too.
   * @throws ProblemError 401 `sign-in-refused` for the present password, 422 for the new one
   */
  async changePassword(me: SignedInAccount, password: string, newPassword: string): Promise<void> {
    const at = this.clock.now();
    const account = await this.accounts.byId(me.accountId);
    await this.prove(me, 'sign-in-refused', at, () =>
      orBusy(isPassword(password, account?.passwordHash ?? undefined)),
    );
    const hash = await hashNewPassword(newPassword, account?.names ?? []);
    await this.unitOfWork.run(async (manager) => {
      await this.accounts.setPassword(manager, me.accountId, hash);
      await this.challenges.withdraw(manager, me.accountId);
      await this.invitations.withdraw(manager, me.accountId);
      await this.sessions.endOthers(me, 'credentials-changed', at, manager);
    });
  }

  /** @returns new recovery codes in place of all former ones and of an open invitation. @throws ProblemError 401 `second-factor-refused` */
  async renewRecoveryCodes(me: SignedInAccount, code: string): Promise<string[]> {
    const at = this.clock.now();
    await this.prove(me, 'second-factor-refused', at, () =>
      this.secondFactor.take(me.accountId, { code }, at),
    );
    return this.unitOfWork.run(async (manager) => {
      await this.invitations.withdraw(manager, me.accountId);
      return this.secondFactor.renewRecoveryCodes(manager, me.accountId);
    });
  }

  /**
   * Another authenticator: an invitation to oneself, which is accepted like any other, with a password and a code of the new
   * authenticator. Until then the former one stays. It is open for a quarter of an hour.
   * @throws ProblemError 401 `sign-in-refused` for the password, `second-factor-refused` for the code of the present one
   */
  async replaceSecondFactor(me: SignedInAccount, password: string, code: string): Promise<MadeInvitation> {
    const at = this.clock.now();
    const account = await this.accounts.byId(me.accountId);
    await this.prove(me, 'sign-in-refused', at, () =>
      orBusy(isPassword(password, account?.passwordHash ?? undefined)),
    );
    await this.prove(me, 'second-factor-refused', at, () =>
      this.secondFactor.take(me.accountId, { code }, at),
    );
    return this.unitOfWork.run((manager) =>
      this.invitations.make(manager, me.accountId, { at, by: `account/${me.person}` }, TO_ONESELF),
    );
  }

  /** A stolen session must not be a place to guess at: these attempts count like those at sign-in. */
  private async prove(
    { person }: SignedInAccount,
    refusal: string,
    at: string,
    isRight: () => Promise<boolean>,
  ): Promise<void> {
    const subject = proofSubject(person);
    const mayTry = await this.attempts.begin(subject, at);
    if (!mayTry || !(await isRight())) throw new ProblemError(401, refusal);
    await this.attempts.forgive(subject, at);
  }
}
