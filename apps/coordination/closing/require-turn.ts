import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { addDays, cutOffOf } from '#libs/reference/operation-day.js';
import { ProblemError } from '#libs/web/problem.js';
import { kindOfDay } from '../consolidation/period.domain.js';
import { ClosingRepository } from './closing.repository.js';

/** Refuses to close a day out of its turn. */
@Injectable()
export class RequireTurn {
  constructor(private readonly closings: ClosingRepository) {}

  /**
   * Days close in order, and not before their cut-off. After the operation's last day any day may follow the one closed
   * last.
   * @throws ProblemError 409 `before-cut-off`, `previous-day-open` or `later-day-closed`
   */
  async run(manager: EntityManager, plan: OperationPlan, operationDay: string, at: string): Promise<void> {
    const cutOff = cutOffOf(plan, operationDay);
    if (Date.parse(at) < Date.parse(cutOff))
      throw new ProblemError(409, 'before-cut-off', { day: operationDay, cutOff });
    if (operationDay === plan.firstDay) return;
    const isSupplementary = kindOfDay(plan, operationDay) === 'supplementary';
    const previous = isSupplementary ? plan.lastDay : addDays(operationDay, -1);
    if (!(await this.closings.findClosed(plan.code, previous, manager)))
      throw new ProblemError(409, 'previous-day-open', { day: operationDay, previous });
    const last = await this.closings.lastClosedDay(plan.code, manager);
    if (isSupplementary && last !== undefined && last > operationDay)
      throw new ProblemError(409, 'later-day-closed', { day: operationDay, last });
  }
}
