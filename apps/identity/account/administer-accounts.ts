import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { InvitationRepository, type MadeInvitation } from '../invitation/invitation.repository.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { type EndReason, SessionRepository } from '../session/session.repository.js';
import { type Change, isAccountName, type NewAccount } from './account.records.js';
import { AccountRepository } from './account.repository.js';
import { completeGrant, roleFits, type RoleGrant } from './role-fits.domain.js';

/** Which account of which operation. */
export interface AccountKey {
  readonly operation: string;
  readonly account: string;
}

/**
 * What is done with the accounts of an operation; what needs two persons comes here once it is approved. Whatever changes rights ends all sessions of the account
 * in the same transaction.
 */
@Injectable()
export class AdministerAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationRepository,
    private readonly invitations: InvitationRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** @throws ProblemError 404 `organisation-unknown`, 409 `account-name-taken`, 422 `account-name-wrong`, `role-does-not-fit` */
  async invite(
    operation: string,
    person: Omit<NewAccount, 'id'>,
    asked: RoleGrant,
    change: Change,
    within?: EntityManager,
  ): Promise<MadeInvitation & { readonly account: string }> {
    const account = { ...person, id: randomUUID() };
    return this.within(within, async (manager) => {
      const grant = await this.requireInvitable(manager, person, asked);
      if (!(await this.accounts.add(manager, account, change)))
        throw new ProblemError(409, 'account-name-taken', { name: person.name });
      await this.accounts.grant(manager, account.id, operation, grant, change);
      return { account: account.id, ...(await this.invitations.make(manager, account.id, change)) };
    });
  }

  /** The complete grant. @throws ProblemError as `invite`, but for a name that is taken */
  async requireInvitable(
    manager: EntityManager,
    { name, organisation }: Pick<NewAccount, 'name' | 'organisation'>,
    asked: RoleGrant,
  ): Promise<RoleGrant> {
    if (!isAccountName(name)) throw new ProblemError(422, 'account-name-wrong');
    return this.fitting(manager, organisation, asked);
  }

  /**
   * A new invitation, also for somebody who has lost password or authenticator, or was disabled. Whoever holds it becomes
   * that account in every operation: nobody makes one for an account that has roles elsewhere.
   * @throws ProblemError 404 `account-unknown`, 409 `account-elsewhere`
   */
  async inviteAgain(
    key: AccountKey,
    change: Change,
    within?: EntityManager,
  ): Promise<MadeInvitation & { readonly account: string }> {
    return this.within(within, async (manager) => {
      const { state } = await this.lock(manager, key);
      await this.refuseElsewhere(manager, key);
      if (state === 'disabled') await this.accounts.setState(manager, key.account, 'invited');
      return { account: key.account, ...(await this.invitations.make(manager, key.account, change)) };
    });
  }

  /**
   * An invitation that was made for the role before is withdrawn: it was given for less.
   * @throws ProblemError 404 `account-unknown`, 422 `role-does-not-fit`
   */
  changeRole(key: AccountKey, asked: RoleGrant, change: Change, within?: EntityManager): Promise<void> {
    const work = async (manager: EntityManager, organisation: string): Promise<void> => {
      const grant = await this.fitting(manager, organisation, asked);
      await this.accounts.grant(manager, key.account, key.operation, grant, change);
      await this.invitations.withdraw(manager, key.account);
    };
    return this.alter(key, 'role-changed', change, work, within);
  }

  /** With its last role an account is disabled: nobody could do so afterwards. @throws ProblemError 404 `account-unknown` */
  takeRole(key: AccountKey, change: Change): Promise<void> {
    return this.alter(key, 'role-changed', change, async (manager) => {
      await this.accounts.takeRole(manager, key.account, key.operation);
      if (!(await this.accounts.isElsewhere(manager, key.operation, key.account)))
        await this.close(manager, key.account);
    });
  }

  /** @throws ProblemError 404 `account-unknown`, 409 `account-elsewhere` */
  disable(key: AccountKey, change: Change): Promise<void> {
    return this.alter(key, 'account-disabled', change, async (manager) => {
      await this.refuseElsewhere(manager, key);
      await this.close(manager, key.account);
    });
  }

  private async close(manager: EntityManager, account: string): Promise<void> {
    await this.accounts.setState(manager, account, 'disabled');
    await this.invitations.withdraw(manager, account);
  }

  /** @throws ProblemError 409 `account-elsewhere` */
  async refuseElsewhere(manager: EntityManager, { operation, account }: AccountKey): Promise<void> {
    if (await this.accounts.isElsewhere(manager, operation, account))
      throw new ProblemError(409, 'account-elsewhere');
  }

  private alter(
    key: AccountKey,
    reason: EndReason,
    { at }: Change,
    work: (manager: EntityManager, organisation: string) => Promise<void>,
    within?: EntityManager,
  ): Promise<void> {
    return this.within(within, async (manager) => {
      const { organisation } = await this.lock(manager, key);
      await work(manager, organisation);
      await this.sessions.endAll(manager, key.account, reason, at);
    });
  }

  /** In the transaction that is there, else in one of its own. */
  private within<T>(manager: EntityManager | undefined, work: (of: EntityManager) => Promise<T>): Promise<T> {
    return manager ? work(manager) : this.unitOfWork.run(work);
  }

  private async lock(manager: EntityManager, { operation, account }: AccountKey) {
    const found = await this.accounts.lock(manager, operation, account);
    if (!found) throw new ProblemError(404, 'account-unknown');
    return found;
  }

  /** The complete grant. @throws ProblemError 404 `organisation-unknown`, 422 `role-does-not-fit` */
  async fitting(manager: EntityManager, organisation: string, asked: RoleGrant): Promise<RoleGrant> {
    const found = await this.organisations.find(manager, organisation);
    if (!found) throw new ProblemError(404, 'organisation-unknown');
    const grant = completeGrant(asked);
    if (!grant || !roleFits(found, grant)) throw new ProblemError(422, 'role-does-not-fit');
    return grant;
  }
}
