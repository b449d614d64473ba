import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asSystem } from '#libs/audit/recording/audit-context.js';
import { type ServiceJob } from '#libs/jobs/service-job.js';
import { daysFromTo } from '#libs/reference/operation-day.js';
import { ProblemError } from '#libs/web/problem.js';
import { GraceRepository } from '../grace/grace.repository.js';
import { closingProposedAt } from '../grace/proposed-closing.domain.js';
import { OperationPlanRepository, type KeptPlan } from '../operation-plan/operation-plan.repository.js';
import { ClosingRepository } from './closing.repository.js';
import { RequestClosing } from './request-closing.js';

/** Party under whose name a closing is proposed that nobody asked for. */
export const AUTOMATIC_CLOSING = 'system/automatic-closing';

/**
 * Proposes to close days at their cut-off and grace, for the operations whose Plan says so. One attempt a day: what it
 * still lacks (seals, events, texts) is for a person, and so is everything after the operation's last day.
 */
@Injectable()
export class CloseAutomatically implements ServiceJob {
  readonly name = 'close-automatically';

  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OperationPlanRepository,
    private readonly closings: ClosingRepository,
    private readonly grace: GraceRepository,
    private readonly requestClosing: RequestClosing,
  ) {}

  async run(now: string): Promise<void> {
    for (const kept of await this.plans.all()) {
      if (kept.plan.closeAutomatically) await this.proposeNext(kept, now);
    }
  }

  /** Days close in order: the first open one is the only one that can be proposed. */
  private async proposeNext(kept: KeptPlan, now: string): Promise<void> {
    const { plan } = kept;
    const last = await this.closings.lastClosedDay(plan.code, this.dataSource.manager);
    const day = daysFromTo(plan.firstDay, plan.lastDay).find((each) => last === undefined || each > last);
    if (day === undefined || (await this.closings.find(plan.code, day))) return;
    const extension = (await this.grace.byDay(plan.code)).get(day)?.minutes ?? 0;
    if (Date.parse(now) < Date.parse(closingProposedAt(plan, day, extension))) return;
    try {
      const object = { kind: 'operation-day', id: day };
      const entry = { at: now, action: 'operation-day.close', operation: plan.code, object } as const;
      await asSystem(this.name, entry, () =>
        this.requestClosing.propose(kept, day, { at: now, party: AUTOMATIC_CLOSING }),
      );
    } catch (error) {
      // A refusal (a text is not finished) is for a person; the board shows that closing is proposed.
      if (!(error instanceof ProblemError)) throw error;
    }
  }
}
