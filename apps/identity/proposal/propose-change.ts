import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type NewProposal, type Proposal } from '#libs/proposals/proposal.records.js';
import { propose } from '#libs/proposals/propose.js';
import { personKey, signatoryOf } from '#libs/proposals/two-persons.domain.js';
import { type ActingParty, nameOfParty, ROLES } from '#libs/security/acting-party.js';
import { may } from '#libs/security/policy.js';
import { ProblemError } from '#libs/web/problem.js';
import { type NewAccount } from '../account/account.records.js';
import { AccountRepository } from '../account/account.repository.js';
import { type AccountKey, AdministerAccounts } from '../account/administer-accounts.js';
import { type RoleGrant } from '../account/role-fits.domain.js';
import { type MadeInvitation } from '../invitation/invitation.repository.js';
import {
  accountProposal,
  invitationProposal,
  isTakeover,
  isWeightyRole,
} from './two-person-changes.domain.js';

/** How long a proposal stands, in hours. */
const HOURS = 72;

/** What one person may do alone is done; what needs two is proposed. */
export type Outcome =
  { readonly done: MadeInvitation & { readonly account: string } } | { readonly proposed: Proposal };

const DECIDING_ROLES = ROLES.filter((role) => may({ role, person: '' }, 'proposal.decide'));

/** What an administrator asks for. */
@Injectable()
export class ProposeChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly administer: AdministerAccounts,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError as AdministerAccounts.invite, and those of `propose` */
  invite(
    operation: string,
    person: Omit<NewAccount, 'id'>,
    asked: RoleGrant,
    party: ActingParty,
  ): Promise<Outcome> {
    return this.unitOfWork.run(async (manager) => {
      const grant = await this.administer.requireInvitable(manager, person, asked);
      if (await this.accounts.isNamed(manager, person.name))
        throw new ProblemError(409, 'account-name-taken', { name: person.name });
      if (isWeightyRole(grant.role))
        return { proposed: await this.propose(manager, invitationProposal(operation, person, grant), party) };
      return { done: await this.administer.invite(operation, person, grant, this.change(party), manager) };
    });
  }

  /** @throws ProblemError as AdministerAccounts.inviteAgain, and those of `propose` */
  inviteAgain(key: AccountKey, party: ActingParty): Promise<Outcome> {
    return this.unitOfWork.run(async (manager) => {
      const found = await this.find(manager, key);
      if (!isTakeover(found))
        return { done: await this.administer.inviteAgain(key, this.change(party), manager) };
      await this.administer.refuseElsewhere(manager, key);
      const proposal = accountProposal(key.operation, key.account, found);
      return { proposed: await this.propose(manager, proposal, party, found.name) };
    });
  }

  /** @throws ProblemError as AdministerAccounts.changeRole, and those of `propose` */
  changeRole(key: AccountKey, asked: RoleGrant, party: ActingParty): Promise<Proposal> {
    return this.unitOfWork.run(async (manager) => {
      const found = await this.find(manager, key);
      const grant = await this.administer.fitting(manager, found.organisation, asked);
      return this.propose(
        manager,
        accountProposal(key.operation, key.account, found, grant),
        party,
        found.name,
      );
    });
  }

  /** Puts anything before another person. @throws ProblemError 409 `proposal-open`, `second-person-missing` */
  propose(
    manager: EntityManager,
    proposal: NewProposal,
    party: ActingParty,
    about?: string,
  ): Promise<Proposal> {
    return this.requireSecond(manager, proposal.operation, party, about).then(() =>
      propose(manager, proposal, { by: signatoryOf(party), at: this.clock.now(), hours: HOURS }),
    );
  }

  /** An account that is alone is told so at once; whom the development header names has no account. */
  private async requireSecond(
    manager: EntityManager,
    operation: string,
    { person }: ActingParty,
    about?: string,
  ): Promise<void> {
    if (!(await this.accounts.isNamed(manager, person))) return;
    const names = [personKey(person), ...(about === undefined ? [] : [about])];
    if (!(await this.accounts.hasOther(manager, operation, DECIDING_ROLES, names)))
      throw new ProblemError(409, 'second-person-missing');
  }

  private async find(manager: EntityManager, { operation, account }: AccountKey) {
    const found = await this.accounts.lockWithRole(manager, operation, account);
    if (!found) throw new ProblemError(404, 'account-unknown');
    return found;
  }

  private change(party: ActingParty) {
    return { at: this.clock.now(), by: nameOfParty(party) };
  }
}
