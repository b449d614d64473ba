import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/observability/clock.js';
import { aboutChange } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { totpStepOf, totpUri } from '#libs/security/second-factor/totp.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Account } from '../account/account.records.js';
import { AccountRepository } from '../account/account.repository.js';
import { hashNewPassword } from '../account/new-password.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { SessionRepository } from '../session/session.repository.js';
import { AttemptsRepository, nameSubject, pairSubject } from '../sign-in/attempts.repository.js';
import { ChallengeRepository } from '../sign-in/challenge.repository.js';
import { InvitationRepository, type OpenInvitation } from './invitation.repository.js';

/** What the invited person sets. */
export interface Acceptance {
  readonly token: string;
  readonly password: string;
  readonly code: string;
}

/** How somebody gets, or gets back, a password and an authenticator. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly accounts: AccountRepository,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: SessionRepository,
    private readonly attempts: AttemptsRepository,
    private readonly challenges: ChallengeRepository,
    private readonly clock: Clock,
  ) {}

  /** For whom the invitation is, and what the authenticator is to be given. @throws ProblemError 404 */
  async look(token: string): Promise<{ account: Account; totpSecret: string; totpUri: string }> {
    const { account, totpSecret } = await this.find(token);
    return { account, totpSecret, totpUri: totpUri(account.name, totpSecret) };
  }

  /**
   * Sets password and authenticator, and ends all sessions of the account.
   * @param address from which it is accepted: the attempts from there are forgotten
   * @returns the recovery codes, shown once
   * @throws ProblemError 404 `invitation-unknown`, 422 for a password or a code that cannot be taken
   */
  async run({ token, password, code }: Acceptance, address: string): Promise<string[]> {
    const at = this.clock.now();
    const { account, totpSecret } = await this.find(token);
    const step = totpStepOf(code, { secret: totpSecret, at });
    if (step === undefined) throw new ProblemError(422, 'second-factor-refused');
    const hash = await hashNewPassword(password, account.names);
    const codes = await this.unitOfWork.run(async (manager) => {
      if (!(await this.invitations.useUp(manager, token))) throw unknown();
      aboutChange(manager, {
        ...{ action: 'account.accept-invitation', actor: { kind: 'account', name: account.name } },
      });
      await this.accounts.setPassword(manager, account.id, hash);
      await this.secondFactor.enrol(manager, account.id, totpSecret, step);
      await this.accounts.setState(manager, account.id, 'active');
      await this.challenges.withdraw(manager, account.id);
      await this.sessions.endAll(manager, account.id, 'credentials-changed', at);
      return this.secondFactor.renewRecoveryCodes(manager, account.id);
    });
    await this.attempts.clear(nameSubject(account.name), at);
    await this.attempts.clear(pairSubject(account.name, address), at);
    return codes;
  }

  private async find(token: string): Promise<Omit<OpenInvitation, 'account'> & { account: Account }> {
    const found = await this.invitations.find(token, this.clock.now());
    const account = found && (await this.accounts.byId(found.account));
    if (!found || !account || account.state === 'disabled') throw unknown();
    return { account, totpSecret: found.totpSecret };
  }
}

const unknown = (): ProblemError => new ProblemError(404, 'invitation-unknown');
