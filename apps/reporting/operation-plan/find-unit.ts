import { Injectable } from '@nestjs/common';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { ProblemError } from '#libs/web/problem.js';
import { OperationPlanRepository } from './operation-plan.repository.js';

/** Finds the operation and the unit that a request names. */
@Injectable()
export class FindUnit {
  constructor(private readonly plans: OperationPlanRepository) {}

  /** @throws ProblemError 404 `operation-unknown` or `unit-unknown` */
  async run(operation: string, unitId: string): Promise<{ plan: OperationPlan; unit: PlanUnit }> {
    const plan = await this.plans.find(operation);
    if (!plan) throw new ProblemError(404, 'operation-unknown', { operation });
    const unit = plan.units.find((known) => known.id === unitId);
    if (!unit) throw new ProblemError(404, 'unit-unknown', { unit: unitId, operation });
    return { plan, unit };
  }
}
