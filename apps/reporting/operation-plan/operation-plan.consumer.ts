import { Controller } from '@nestjs/common';
import { type OperationPlanPublished } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { OperationPlanRepository } from './operation-plan.repository.js';

/** Keeps the plans that coordination publishes. */
@Controller()
export class OperationPlanConsumer {
  constructor(private readonly plans: OperationPlanRepository) {}

  @OnEvent(EVENTS.operationPlanPublished)
  async keepPlan(event: ReceivedEvent<OperationPlanPublished>, context: EventContext): Promise<void> {
    await this.plans.keep(context.manager, event.data);
  }
}
