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
import { SealRepository } from './seal.repository.js';

/**
 * Keeps seals; the last one of the attempt closes the day. Where an event before a seal is missing (it lies among the
 * dead letters), or a text of the bulletin is not finished, the day stays open: the closing status says which.
 */
@Controller()
export class SealConsumer {
  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly closings: ClosingRepository,
    private readonly sealed: SealRepository,
    private readonly closeDay: CloseOperationDay,
  ) {}

  @OnEvent(EVENTS.operationDaySealed)
  async keepSeal(event: ReceivedEvent<OperationDaySealed>, context: EventContext): Promise<void> {
    const { operation, operationDay, attempt } = event.data;
    const { manager } = context;
    await this.closings.lockOperation(manager, operation);
    const arrived = await this.sealed.keep(manager, event.data, event.sequence);
    if (arrived === undefined) return;
    const kept = await this.plans.find(operation, manager);
    if (!kept)
      throw new PermanentEventError('operation.unknown', `No plan of operation ${operation} is loaded.`);
    if (arrived < kept.plan.units.length) return;
    const closing = await this.closings.find(operation, operationDay, manager);
    if (!closing) return;
    const seals = await this.sealed.ofAttempt(operation, operationDay, attempt, manager);
    if (kept.plan.units.some((unit) => !seals.has(unit.id))) return;
    if ((await this.sealed.unitsWithGaps(operation, seals, manager)).length > 0) return;
    await this.closeDay.run(manager, kept, operationDay, closing, event.id);
  }
}
