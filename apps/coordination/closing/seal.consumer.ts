import { Controller } from '@nestjs/common';
import { type OperationDaySealed } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import {
  PermanentEventError,
  type EventContext,
  type ReceivedEvent,
} from '#libs/messaging/received-event.js';
import { OperationPlanRepository } from '../operation-plan/operation-plan.repository.js';
import { CloseOperationDay } from './close-operation-day.js';
import { ClosingRepository } from './closing.repository.js';

/**
 * Keeps seals; the last one of the attempt closes the day. Where an event before a seal is missing (it lies among the
 * dead letters) the day stays open: the closing status names the unit.
 */
@Controller()
export class SealConsumer {
  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly closings: ClosingRepository,
    private readonly closeDay: CloseOperationDay,
  ) {}

  @OnEvent(EVENTS.operationDaySealed)
  async keepSeal(event: ReceivedEvent<OperationDaySealed>, context: EventContext): Promise<void> {
    const { operation, operationDay, attempt } = event.data;
    const { manager } = context;
    await this.closings.lockOperation(manager, operation);
    await this.closings.keepSeal(manager, event.data, event.sequence);
    const closing = await this.closings.find(operation, operationDay, manager);
    if (closing?.state !== 'sealing' || closing.attempt !== attempt) return;
    const kept = await this.plans.find(operation, manager);
    if (!kept)
      throw new PermanentEventError('operation.unknown', `No plan of operation ${operation} is loaded.`);
    const seals = await this.closings.seals(operation, operationDay, attempt, manager);
    if (kept.plan.units.some((unit) => !seals.has(unit.id))) return;
    if ((await this.closings.unitsWithGaps(operation, seals, manager)).length > 0) return;
    await this.closeDay.run(manager, kept, operationDay, closing, event.id);
  }
}
