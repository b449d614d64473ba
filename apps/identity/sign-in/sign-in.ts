import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/observability/clock.js';
import { isAboutAccount } from '#libs/audit/recording/audit-context.js';
import { needsNoEntry } from '#libs/audit/recording/change-details.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { isPasswordTooLong } from '#libs/security/password/check-password.js';
import { hashPassword, isPassword, isWeakHash } from '#libs/security/password/password-hash.js';
import { Places } from '#libs/security/password/places.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Account, canonicalName } from '../account/account.records.js';
import { AccountRepository } from '../account/account.repository.js';
import { orBusy } from '../account/or-busy.js';
import { SecondFactor, type ShownFactor } from '../second-factor/second-factor.js';
import { SessionRepository } from '../session/session.repository.js';
import {
  AttemptsRepository,
  addressSubject,
  nameSubject,
  pairSubject,
  type Subject,
} from './attempts.repository.js';
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

/** An attempt and what it was counted for: nothing else is forgiven. */
interface Begun {
  readonly mayTry: boolean;
  readonly counted: readonly Subject[];
}

/** Passwords of one address that may be looked at or wait for it at a time; the line is ten times as long. */
const AT_ONCE_OF_ADDRESS = 10;

/**
 * Sign-in in two steps. Unknown names, wrong passwords and accounts that have to wait are told alike, in text, code and
 * work: the same statements, and one password hash, are done for each. An address that has to wait is refused before any
 * of it, with the same words: that says nothing of accounts.
 */
@Injectable()
export class SignIn {
  private readonly places = new Places(AT_ONCE_OF_ADDRESS);

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
  async first(shown: NameAndPassword, { address }: Origin): Promise<Challenge> {
    if (isPasswordTooLong(shown.password)) throw refused();
    const of = addressSubject(address).hash.toString('hex');
    return orBusy(this.places.run(of, () => this.look(shown, address, this.clock.now())));
  }

  private async look({ name, password }: NameAndPassword, address: string, at: string): Promise<Challenge> {
    const { mayTry, counted } = await this.begin(canonicalName(name), address, at);
    if (counted.length === 0) throw refused();
    const account = await this.accounts.byName(name);
    if (account) isAboutAccount(account.name);
    const hash = account?.state === 'active' ? account.passwordHash : null;
    const isRight = await this.compare(password, hash ?? undefined, () => this.forgive(counted, at));
    if (!mayTry || !isRight || !account) throw refused();
    await this.forgive(counted, at);
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
    isAboutAccount(account.name);
    const { mayTry } = await this.begin(account.name, origin.address, at);
    if (!mayTry || !(await this.secondFactor.take(account.id, shown, at)))
      throw new ProblemError(401, 'second-factor-refused');
    const token = await this.beginSession(challenge, account.id, origin, at);
    await this.attempts.clear(nameSubject(account.name), at);
    await this.attempts.clear(pairSubject(account.name, origin.address), at);
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

  /**
   * The address is counted first, and what has to wait keeps the attempt from being counted for the rest: nobody locks a
   * name with attempts that are not looked at. For a name that has to wait the same statements are sent.
   */
  private async begin(name: string, address: string, at: string): Promise<Begun> {
    const from = addressSubject(address);
    if (!(await this.attempts.begin(from, at))) return { mayTry: false, counted: [] };
    const pair = pairSubject(name, address);
    const named = nameSubject(name);
    const isPairOpen = await this.attempts.begin(pair, at);
    const mayTry = await this.attempts.begin(named, at, isPairOpen);
    return { mayTry, counted: [from, ...(isPairOpen ? [pair] : []), ...(mayTry ? [named] : [])] };
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
    await this.unitOfWork.run((manager) => {
      needsNoEntry(manager);
      return this.accounts.rehash(manager, id, passwordHash, hash);
    });
  }
}

const refused = (): ProblemError => new ProblemError(401, 'sign-in-refused');
