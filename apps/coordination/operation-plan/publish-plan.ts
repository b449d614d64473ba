import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { HeldPlanRepository } from './held-plan.repository.js';
import { OperationPlanRepository } from './operation-plan.repository.js';

/** Makes a plan the version that counts, and announces it. */
@Injectable()
export class PublishPlan {
  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly held: HeldPlanRepository,
    private readonly events: EventLog,
  ) {}

  /** One change of an operation's plan at a time, until the transaction ends. */
  async lock(manager: EntityManager, operation: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `operation-plan|${operation}`,
    ]);
  }

  /** @returns the number of the version */
  async run(manager: EntityManager, plan: OperationPlan, planHash: string, at: string): Promise<number> {
    const kept = await this.plans.find(plan.code, manager);
    const version = (kept?.version ?? 0) + 1;
    await this.plans.save(manager, { version, planHash, plan });
    await this.held.release(manager, plan.code);
    await this.events.append(manager, {
      definition: EVENTS.operationPlanPublished,
      key: plan.code,
      data: { operation: plan.code, version, planHash, plan },
      occurredAt: at,
      subject: `${plan.code}/${version}`,
    });
    return version;
  }
}
