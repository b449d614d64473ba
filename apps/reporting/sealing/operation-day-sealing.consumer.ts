import { Controller } from '@nestjs/common';
import { type OperationDaySealed } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { type OperationDayClosingRequested } from '#libs/contracts/operation-day/operation-day-events.dto.js';
import { EVENTS, TOPICS, unitKey } from '#libs/contracts/topics.js';
import { EventLog, type NewEvent } from '#libs/messaging/event-log.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, NotYetError, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { OperationPlanRepository } from '../operation-plan/operation-plan.repository.js';

/**
 * Answers a closing attempt with one seal for every unit of the plan, on the unit's own key. Locking the keys before
 * reading their last sequences puts the seal behind every command that is still being committed.
 */
@Controller()
export class OperationDaySealingConsumer {
  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly events: EventLog,
  ) {}

  @OnEvent(EVENTS.operationDayClosingRequested)
  async seal(event: ReceivedEvent<OperationDayClosingRequested>, context: EventContext): Promise<void> {
    const { operation, operationDay, attempt, requestedAt } = event.data;
    const plan = await this.plans.find(operation, context.manager);
    // The plan travels on another topic and may arrive later: the request must not become a dead letter meanwhile.
    if (!plan) throw new NotYetError(`The plan of operation ${operation} has not arrived yet.`);
    const units = plan.units.map(({ id }) => id).sort();
    const keys = units.map((unit) => unitKey(operation, unit));
    const sequences = await this.events.lastSequences(context.manager, TOPICS.dailyReport.name, keys);
    const seals = units.map((unit, place): NewEvent<OperationDaySealed> => {
      const lastSequence = sequences[place] ?? 0;
      return {
        definition: EVENTS.operationDaySealed,
        key: unitKey(operation, unit),
        data: { operation, unit, operationDay, attempt, lastSequence, sealedAt: requestedAt },
        occurredAt: requestedAt,
        subject: `${unit}/${operationDay}`,
        causationId: event.id,
      };
    });
    await this.events.appendAll(context.manager, seals);
  }
}
