import { Injectable } from '@nestjs/common';
import { type KeptPlan } from '../operation-plan/operation-plan.repository.js';
import { type Closing } from './closing.records.js';
import { ClosingRepository } from './closing.repository.js';
import { type ClosingStatus } from './closing-status.dto.js';
import { SealRepository } from './seal.repository.js';

/** Tells how far the closing of a day has come. */
@Injectable()
export class ReadClosingStatus {
  constructor(
    private readonly closings: ClosingRepository,
    private readonly sealed: SealRepository,
  ) {}

  async run(kept: KeptPlan, operationDay: string): Promise<ClosingStatus> {
    const operation = kept.plan.code;
    const closing = await this.closings.find(operation, operationDay);
    const editions = await this.closings.editions(operation, operationDay);
    const newest = editions.at(-1);
    return {
      operation,
      operationDay,
      state: stateOf(closing, newest !== undefined),
      attempt: closing?.attempt ?? 0,
      ...(await this.awaited(kept, operationDay, closing)),
      ...(newest && {
        number: newest.number,
        revision: newest.revision,
        snapshotHash: newest.snapshotHash,
      }),
      editions,
    };
  }

  private async awaited(
    { plan }: KeptPlan,
    operationDay: string,
    closing: Closing | undefined,
  ): Promise<Pick<ClosingStatus, 'sealsAwaited' | 'eventsMissing' | 'textsUnfinished'>> {
    if (closing?.state !== 'sealing') return { sealsAwaited: [], eventsMissing: [], textsUnfinished: [] };
    const seals = await this.sealed.ofAttempt(plan.code, operationDay, closing.attempt);
    const units = plan.units.map(({ id }) => id).sort();
    return {
      sealsAwaited: units.filter((unit) => !seals.has(unit)),
      eventsMissing: await this.sealed.unitsWithGaps(plan.code, seals),
      textsUnfinished: [...closing.textsUnfinished],
    };
  }
}

function stateOf(closing: Closing | undefined, isClosed: boolean): ClosingStatus['state'] {
  if (!isClosed) return closing ? 'sealing' : 'open';
  if (closing?.state === 'sealing') return 'revising';
  return closing?.state ?? 'closed';
}
