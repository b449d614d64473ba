import { Injectable } from '@nestjs/common';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { ProblemError } from '#libs/web/problem.js';
import { OperationPlanRepository } from './operation-plan.repository.js';

/** A participating country and its units, in the order of the plan. */
export interface FoundCountry {
  readonly plan: OperationPlan;
  readonly country: string;
  readonly units: readonly PlanUnit[];
}

/** Finds the operation and the country that a request names. */
@Injectable()
export class FindCountry {
  constructor(private readonly plans: OperationPlanRepository) {}

  /** @throws ProblemError 404 `operation-unknown` or `country-unknown` */
  async run(operation: string, country: string): Promise<FoundCountry> {
    const plan = await this.plans.find(operation);
    if (!plan) throw new ProblemError(404, 'operation-unknown', { operation });
    if (!plan.countries.some(({ code }) => code === country))
      throw new ProblemError(404, 'country-unknown', { country, operation });
    return { plan, country, units: plan.units.filter((unit) => unit.country === country) };
  }
}
