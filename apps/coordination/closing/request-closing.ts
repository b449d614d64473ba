import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { type KeptPlan } from '../operation-plan/operation-plan.repository.js';
import { CloseOperationDay } from './close-operation-day.js';
import { ClosingRepository, type AttemptRequest } from './closing.repository.js';
import { CountEdition } from './count-edition.js';
import { RefuseNominalText } from './refuse-nominal-text.js';
import { RequireTurn } from './require-turn.js';

/** Who asks for the closing, and when. */
export interface ClosingRequest {
  readonly at: string;
  readonly party: string;
  readonly assessment?: BilingualText;
}

/** Who asks for a revised edition, when and why. */
export interface RevisionRequest extends ClosingRequest {
  readonly reason: BilingualText;
}

/** What became of a request. */
export type RequestOutcome = 'accepted' | 'already-closed';

/**
 * A person of the OCU proposes to close a day or to revise a closed one, or decides to close without the seals that are
 * still awaited.
 */
@Injectable()
export class RequestClosing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly closings: ClosingRepository,
    private readonly requireTurn: RequireTurn,
    private readonly countEdition: CountEdition,
    private readonly closeDay: CloseOperationDay,
    private readonly events: EventLog,
    private readonly refuseNominalText: RefuseNominalText,
  ) {}

  /**
   * Starts a closing attempt: reporting answers with seals. A day that is closed stays as it is.
   * @throws ProblemError 409 `before-cut-off`, `previous-day-open`, `later-day-closed`, `bulletin-text-nominal`
   * or `bulletin-texts-unfinished`
   */
  async propose(kept: KeptPlan, operationDay: string, request: ClosingRequest): Promise<RequestOutcome> {
    const operation = kept.plan.code;
    return this.unitOfWork.run(async (manager) => {
      await this.closings.lockOperation(manager, operation);
      if (await this.closings.findClosed(operation, operationDay, manager)) return 'already-closed';
      await this.requireTurn.run(manager, kept.plan, operationDay, request.at);
      await this.startAttempt(manager, kept, operationDay, {
        requestedAt: request.at,
        requestedBy: request.party,
        assessment: request.assessment ?? null,
        revisionReason: null,
      });
      return 'accepted';
    });
  }

  /**
   * Starts an attempt to make the next edition of a closed day.
   * @throws ProblemError 409 `day-not-closed`, `bulletin-text-nominal` or `bulletin-texts-unfinished`
   */
  async revise(kept: KeptPlan, operationDay: string, request: RevisionRequest): Promise<void> {
    const operation = kept.plan.code;
    await this.unitOfWork.run(async (manager) => {
      await this.closings.lockOperation(manager, operation);
      if (!(await this.closings.findClosed(operation, operationDay, manager)))
        throw new ProblemError(409, 'day-not-closed', { day: operationDay });
      await this.startAttempt(manager, kept, operationDay, {
        requestedAt: request.at,
        requestedBy: request.party,
        assessment: request.assessment ?? null,
        revisionReason: request.reason,
      });
    });
  }

  private async startAttempt(
    manager: EntityManager,
    kept: KeptPlan,
    operationDay: string,
    request: AttemptRequest,
  ): Promise<void> {
    const operation = kept.plan.code;
    await this.refuseNominalText.run(manager, operation, request.assessment, request.revisionReason);
    const refusals = await this.countEdition.refusals(manager, kept.plan, operationDay, request);
    if (refusals.length > 0) throw textsUnfinished(operationDay, refusals.length);
    const attempt = await this.closings.startAttempt(manager, operation, operationDay, request);
    await this.events.append(manager, {
      definition: EVENTS.operationDayClosingRequested,
      key: operation,
      data: { operation, operationDay, attempt, requestedAt: request.requestedAt },
      occurredAt: request.requestedAt,
      subject: `${operationDay}/closing/${attempt}`,
    });
  }

  /**
   * Closes without waiting any longer for seals; the bulletin shows the reason.
   * @throws ProblemError 409 `closing-unknown` where nobody has proposed to close the day, `bulletin-text-nominal` or
   * `bulletin-texts-unfinished`
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
      if (closing.state !== 'sealing') return 'already-closed';
      await this.refuseNominalText.run(manager, operation, reason);
      await this.closings.keepOverride(manager, operation, operationDay, reason, party);
      const attempt = { ...closing, override: reason };
      const { unfinished } = await this.closeDay.run(manager, kept, operationDay, attempt);
      if (unfinished.length > 0) throw textsUnfinished(operationDay, unfinished.length);
      return 'accepted';
    });
  }
}

function textsUnfinished(day: string, count: number): ProblemError {
  return new ProblemError(409, 'bulletin-texts-unfinished', { day, count });
}
