import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { isPasswordTooLong } from '#libs/security/password/check-password.js';
import { hashPassword, isPassword, isWeakHash } from '#libs/security/password/password-hash.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Account, canonicalName } from '../account/account.records.js';
import { AccountRepository } from '../account/account.repository.js';
import { orBusy } from '../account/or-busy.js';
import { SecondFactor, type ShownFactor } from '../second-factor/second-factor.js';
import { SessionRepository } from '../session/session.repository.js';
import { AttemptsRepository, addressSubject, nameSubject, type Subject } from './attempts.repository.js';
import { type Challenge, ChallengeRepository } from './challenge.repository.js';

/** First step of a sign-in. */
export interface NameAndPassword {
  readonly name: string;
  readonly password: string;
}

/** From where somebody signs in. */
export interface Origin {
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
  /** Token of the session that the browser has now; it ends. */
  readonly formerToken?: string;
}

/**
 * Sign-in in two steps. Unknown names, wrong passwords and accounts that have to wait are told alike, in text, code and
 * work: the same statements, and one password hash, are done for each.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly attempts: AttemptsRepository,
    private readonly challenges: ChallengeRepository,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 401 `sign-in-refused`, 503 `sign-in-busy` */
  async first({ name, password }: NameAndPassword, { address }: Origin): Promise<Challenge> {
    const at = this.clock.now();
    if (isPasswordTooLong(password)) throw refused();
    const subjects = [nameSubject(canonicalName(name)), addressSubject(address)];
    const mayTry = await this.begin(subjects, at);
    const account = await this.accounts.byName(name);
    const hash = account?.state === 'active' ? account.passwordHash : null;
    const isRight = await this.compare(password, hash ?? undefined, () => this.forgive(subjects, at));
    if (!mayTry || !isRight || !account) throw refused();
    await this.forgive(subjects, at);
    await this.strengthen(account, password);
    return this.challenges.open(account.id, at);
  }

  /**
   * @returns the token of a new session
   * @throws ProblemError 401 `sign-in-expired` or `second-factor-refused`
   */
  async second(challenge: string, shown: ShownFactor, origin: Origin): Promise<string> {
    const at = this.clock.now();
    const id = await this.challenges.use(challenge, at);
    const account = id === undefined ? undefined : await this.accounts.byId(id);
    if (account?.state !== 'active') throw new ProblemError(401, 'sign-in-expired');
    const subjects = [nameSubject(account.name), addressSubject(origin.address)];
    const mayTry = await this.begin(subjects, at);
    if (!mayTry || !(await this.secondFactor.take(account.id, shown, at)))
      throw new ProblemError(401, 'second-factor-refused');
    const token = await this.beginSession(challenge, account.id, origin, at);
    await this.attempts.clear(nameSubject(account.name), at);
    await this.attempts.forgive(addressSubject(origin.address), at);
    return token;
  }

  private beginSession(challenge: string, account: string, origin: Origin, at: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      if (!(await this.challenges.close(manager, challenge))) throw new ProblemError(401, 'sign-in-expired');
      if (origin.formerToken !== undefined)
        await this.sessions.endByToken(manager, origin.formerToken, 'replaced', at);
      return this.sessions.begin(manager, account, origin.agent, at);
    });
  }

  /** All subjects are counted, whatever the first one says. */
  private async begin(subjects: readonly Subject[], at: string): Promise<boolean> {
    let mayTry = true;
    for (const subject of subjects) mayTry = (await this.attempts.begin(subject, at)) && mayTry;
    return mayTry;
  }

  private async forgive(subjects: readonly Subject[], at: string): Promise<void> {
    for (const subject of subjects) await this.attempts.forgive(subject, at);
  }

  /** An attempt that nobody looked at does not count. */
  private async compare(
    password: string,
    hash: string | undefined,
    whenBusy: () => Promise<void>,
  ): Promise<boolean> {
    try {
      return await orBusy(isPassword(password, hash));
    } catch (error) {
      await whenBusy();
      throw error;
    }
  }

  /** Only here is the password known, so that a hash of former days can be made anew. */
  private async strengthen({ id, passwordHash }: Account, password: string): Promise<void> {
    if (passwordHash === null || !isWeakHash(passwordHash)) return;
    const hash = await orBusy(hashPassword(password));
    await this.unitOfWork.run((manager) => this.accounts.setPassword(manager, id, hash));
  }
}

const refused = (): ProblemError => new ProblemError(401, 'sign-in-refused');
