import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '#libs/observability/clock.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type Proposal } from '#libs/proposals/proposal.records.js';
import { lockProposal, proposalsOf } from '#libs/proposals/proposal.repository.js';
import { decide } from '#libs/proposals/propose.js';
import { contentHashOf, personKey, signatoryOf } from '#libs/proposals/two-persons.domain.js';
import { type ActingParty, nameOfParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Change } from '../account/account.records.js';
import { AccountRepository } from '../account/account.repository.js';
import { AdministerAccounts } from '../account/administer-accounts.js';
import { type MadeInvitation } from '../invitation/invitation.repository.js';
import {
  type AccountContent,
  accountProposal,
  grantIn,
  type InvitationContent,
  type TwoPersonKind,
} from './two-person-changes.domain.js';

/** Which proposal of which operation. */
export interface ProposalKey {
  readonly operation: string;
  readonly id: string;
}

/** An approved proposal with what came of it. */
export interface Approved {
  readonly proposal: Proposal;
  readonly invitation?: MadeInvitation & { readonly account: string };
}

const MOST = 1_000;

/** What the other person does with a proposal; what was approved is done in the same transaction. */
@Injectable()
export class DecideChange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly administer: AdministerAccounts,
    private readonly clock: Clock,
  ) {}

  /** The open ones first, then the newest. */
  list(operation: string): Promise<Proposal[]> {
    return proposalsOf(this.dataSource.manager, operation, MOST);
  }

  /** @throws ProblemError 404 `proposal-unknown`, 409 `proposal-outdated`, those of `decide` and of what is done */
  approve(key: ProposalKey, contentHash: string, party: ActingParty): Promise<Approved> {
    return this.unitOfWork.run(async (manager) => {
      const found = await this.find(manager, key);
      refuseOwnMatter(found, party);
      const at = this.clock.now();
      const proposal = await decide(manager, found, 'approve', { by: signatoryOf(party), at, contentHash });
      return { proposal, ...(await this.carryOut(manager, proposal, { at, by: nameOfParty(party) })) };
    });
  }

  /** @throws ProblemError 404 `proposal-unknown` and those of `decide` */
  end(
    key: ProposalKey,
    decision: 'refuse' | 'withdraw',
    reason: string,
    party: ActingParty,
  ): Promise<Proposal> {
    return this.unitOfWork.run(async (manager) => {
      const deciding = { by: signatoryOf(party), at: this.clock.now(), reason };
      return decide(manager, await this.find(manager, key), decision, deciding);
    });
  }

  private async find(manager: EntityManager, { operation, id }: ProposalKey): Promise<Proposal> {
    const found = await lockProposal(manager, operation, id);
    if (!found) throw new ProblemError(404, 'proposal-unknown');
    return found;
  }

  /** Keys are changed on the machine that holds them, with the approval. */
  private async carryOut(
    manager: EntityManager,
    proposal: Proposal,
    change: Change,
  ): Promise<Omit<Approved, 'proposal'>> {
    switch (proposal.kind as TwoPersonKind) {
      case 'account.invite': {
        const content = proposal.content as unknown as InvitationContent;
        const { name, mail, language, organisation } = content;
        const person = { name, mail, language, organisation };
        const { operation } = proposal;
        return {
          invitation: await this.administer.invite(operation, person, grantIn(content), change, manager),
        };
      }
      case 'account.invite-again':
      case 'account.change-role':
        return this.carryOutForAccount(manager, proposal, change);
      case 'signing-key.rotate':
      case 'signing-key.revoke':
        return {};
    }
  }

  private async carryOutForAccount(
    manager: EntityManager,
    proposal: Proposal,
    change: Change,
  ): Promise<Omit<Approved, 'proposal'>> {
    const { account, after } = proposal.content as unknown as AccountContent;
    const key = { operation: proposal.operation, account };
    const now = await this.accounts.lockWithRole(manager, key.operation, account);
    if (!now || contentHashOf(accountProposal(key.operation, account, now, after)) !== proposal.contentHash)
      throw new ProblemError(409, 'proposal-outdated');
    if (!after) return { invitation: await this.administer.inviteAgain(key, change, manager) };
    await this.administer.changeRole(key, after, change, manager);
    return {};
  }
}

/** Nobody approves the own role or invitation. */
function refuseOwnMatter({ content: { name } }: Proposal, { person }: ActingParty): void {
  if (typeof name === 'string' && personKey(name) === personKey(person))
    throw new ProblemError(403, 'another-person-needed');
}
