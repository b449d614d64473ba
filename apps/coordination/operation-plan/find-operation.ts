import { Injectable } from '@nestjs/common';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { ProblemError } from '#libs/web/problem.js';
import { lastClosableDay } from '../consolidation/period.domain.js';
import { OperationPlanRepository, type KeptPlan } from './operation-plan.repository.js';

/** Finds what a request names. */
@Injectable()
export class FindOperation {
  constructor(private readonly plans: OperationPlanRepository) {}

  /** @throws ProblemError 404 `operation-unknown` */
  async run(operation: string): Promise<KeptPlan> {
    const kept = await this.plans.find(operation);
    if (!kept) throw new ProblemError(404, 'operation-unknown', { operation });
    return kept;
  }

  /**
   * A day of the operation, or one after it up to the end of the follow-ups.
   * @throws ProblemError 404 `operation-unknown` or 422 `day-outside-operation`
   */
  async day(operation: string, day: string): Promise<KeptPlan> {
    const kept = await this.run(operation);
    const { firstDay } = kept.plan;
    const lastDay = lastClosableDay(kept.plan);
    if (!isCalendarDay(day) || day < firstDay || day > lastDay) {
      throw new ProblemError(422, 'day-outside-operation', { day, firstDay, lastDay });
    }
    return kept;
  }
}
