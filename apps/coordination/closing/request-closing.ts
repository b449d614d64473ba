import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { addDays, cutOffOf } from '#libs/reference/operation-day.js';
import { ProblemError } from '#libs/web/problem.js';
import { type KeptPlan } from '../operation-plan/operation-plan.repository.js';
import { CloseOperationDay } from './close-operation-day.js';
import { ClosingRepository } from './closing.repository.js';

/** Who asks for the closing, and when. */
export interface ClosingRequest {
  readonly at: string;
  readonly party: string;
  readonly assessment?: BilingualText;
}

/** What became of a request. */
export type RequestOutcome = 'accepted' | 'already-closed';

/** A person of the OCU proposes to close a day, or decides to close without the seals that are still awaited. */
@Injectable()
export class RequestClosing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly closings: ClosingRepository,
    private readonly closeDay: CloseOperationDay,
    private readonly events: EventLog,
  ) {}

  /**
   * Starts a closing attempt: reporting answers with seals. A day that is closed stays as it is.
   * @throws ProblemError 409 `before-cut-off` or `previous-day-open`
   */
  async propose(kept: KeptPlan, operationDay: string, request: ClosingRequest): Promise<RequestOutcome> {
    const operation = kept.plan.code;
    return this.unitOfWork.run(async (manager) => {
      await this.closings.lockOperation(manager, operation);
      if ((await this.closings.find(operation, operationDay, manager))?.state === 'closed')
        return 'already-closed';
      await this.requireTurn(manager, kept, operationDay, request.at);
      const attempt = await this.closings.startAttempt(manager, operation, operationDay, {
        requestedAt: request.at,
        requestedBy: request.party,
        assessment: request.assessment ?? null,
      });
      await this.events.append(manager, {
        definition: EVENTS.operationDayClosingRequested,
        key: operation,
        data: { operation, operationDay, attempt, requestedAt: request.at },
        occurredAt: request.at,
        subject: `${operationDay}/closing/${attempt}`,
      });
      return 'accepted';
    });
  }

  /**
   * Closes without waiting any longer for seals; the bulletin shows the reason.
   * @throws ProblemError 409 `closing-unknown` where nobody has proposed to close the day
   */
  async override(
    kept: KeptPlan,
    operationDay: string,
    reason: BilingualText,
    party: string,
  ): Promise<RequestOutcome> {
    const operation = kept.plan.code;
    return this.unitOfWork.run(async (manager) => {
      await this.closings.lockOperation(manager, operation);
      const closing = await this.closings.find(operation, operationDay, manager);
      if (!closing) throw new ProblemError(409, 'closing-unknown', { day: operationDay });
      if (closing.state === 'closed') return 'already-closed';
      await this.closings.keepOverride(manager, operation, operationDay, reason, party);
      await this.closeDay.run(manager, kept, operationDay, { ...closing, override: reason });
      return 'accepted';
    });
  }

  /** Days close in order, and not before their cut-off. */
  private async requireTurn(
    manager: EntityManager,
    kept: KeptPlan,
    operationDay: string,
    at: string,
  ): Promise<void> {
    const cutOff = cutOffOf(kept.plan, operationDay);
    if (Date.parse(at) < Date.parse(cutOff))
      throw new ProblemError(409, 'before-cut-off', { day: operationDay, cutOff });
    if (operationDay === kept.plan.firstDay) return;
    const before = addDays(operationDay, -1);
    const closed = await this.closings.findClosed(kept.plan.code, before, manager);
    if (!closed) throw new ProblemError(409, 'previous-day-open', { day: operationDay, previous: before });
  }
}
