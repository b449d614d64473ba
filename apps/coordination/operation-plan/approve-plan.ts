import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type NewProposal, type Proposal } from '#libs/proposals/proposal.records.js';
import { lockNewest } from '#libs/proposals/proposal.repository.js';
import { decide, type Deciding, propose } from '#libs/proposals/propose.js';
import { contentHashOf } from '#libs/proposals/two-persons.domain.js';
import { ProblemError } from '#libs/web/problem.js';
import { type HeldPlan, HeldPlanRepository } from './held-plan.repository.js';
import { PublishPlan } from './publish-plan.js';

const SUBJECT = 'operation-plan';
/** How long a proposal stands, in hours. */
const HOURS = 72;

/** Two persons let a held version of an operation's plan through. */
@Injectable()
export class ApprovePlan {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldPlanRepository,
    private readonly publishPlan: PublishPlan,
  ) {}

  /** @throws ProblemError 404 `plan-not-held` */
  read(operation: string): Promise<HeldPlan> {
    return this.find(this.dataSource.manager, operation);
  }

  /** @throws ProblemError 404 `plan-not-held`, 409 `proposal-open` */
  propose(operation: string, { by, at }: Deciding): Promise<Proposal> {
    return this.unitOfWork.run(async (manager) =>
      propose(manager, proposalOf(operation, await this.find(manager, operation)), { by, at, hours: HOURS }),
    );
  }

  /** @throws ProblemError 404 `plan-not-held`, 409 `proposal-missing`, and those of `decide` */
  approve(
    operation: string,
    deciding: Deciding,
  ): Promise<{ readonly proposal: Proposal; readonly version: number }> {
    return this.unitOfWork.run(async (manager) => {
      await this.publishPlan.lock(manager, operation);
      const held = await this.find(manager, operation);
      const newest = await this.newest(manager, operation);
      if (contentHashOf(proposalOf(operation, held)) !== newest.contentHash)
        throw new ProblemError(412, 'proposal-content-changed');
      const proposal = await decide(manager, newest, 'approve', deciding);
      const version = await this.publishPlan.run(manager, held.plan, held.planHash, deciding.at);
      return { proposal, version };
    });
  }

  /** @throws ProblemError 409 `proposal-missing`, and those of `decide` */
  end(operation: string, decision: 'refuse' | 'withdraw', deciding: Deciding): Promise<Proposal> {
    return this.unitOfWork.run(async (manager) =>
      decide(manager, await this.newest(manager, operation), decision, deciding),
    );
  }

  private async find(manager: EntityManager, operation: string): Promise<HeldPlan> {
    const found = await this.held.find(manager, operation);
    if (!found) throw new ProblemError(404, 'plan-not-held');
    return found;
  }

  private async newest(manager: EntityManager, operation: string): Promise<Proposal> {
    const found = await lockNewest(manager, operation, SUBJECT);
    if (!found) throw new ProblemError(409, 'proposal-missing');
    return found;
  }
}

const proposalOf = (operation: string, { planHash, changes }: HeldPlan): NewProposal => ({
  ...{ operation, subject: SUBJECT, kind: 'operation-plan.publish' },
  content: { planHash, changes: [...changes] },
});
