import { Controller } from '@nestjs/common';
import { type OperationDayClosed } from '#libs/contracts/operation-day/operation-day-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { OperationPlanRepository } from '../../operation-plan/operation-plan.repository.js';
import { localInstant } from './act.js';
import { ConsolidationRepository, type ToldRevision } from './consolidation.repository.js';
import { nextState } from './life-cycle.domain.js';

/** Under this name a closed day marks what it counts. */
const PARTY = 'system/operation-day-closed';

/** Marks the revisions that a closed day counts: all of them at once, for a day can count thousands. */
@Controller()
export class OperationDayClosedConsumer {
  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly consolidations: ConsolidationRepository,
  ) {}

  @OnEvent(EVENTS.operationDayClosed)
  async consolidate({ data }: ReceivedEvent<OperationDayClosed>, { manager }: EventContext): Promise<void> {
    const { operation } = data;
    const at = data.snapshot.closedAt;
    const plan = await this.plans.find(operation, manager);
    const zones = new Map(plan?.units.map(({ id, timeZone }) => [id, timeZone]));
    const awaiting = await this.consolidations.lockAwaiting(manager, operation, countedRevisions(data));
    const steps = awaiting.flatMap((standing) => {
      const toState = nextState(standing, 'consolidate', 'system');
      // Corrected since the day was sealed: it counts no more.
      if (toState === undefined) return [];
      const localAt = localInstant({ at, timeZone: zones.get(standing.unit) ?? 'UTC' });
      return [{ ...standing, toState, localAt }];
    });
    await this.consolidations.keep(manager, operation, steps, { at, party: PARTY });
  }
}

/** Of its own day by the coverage, of earlier days by the changes that it is the first to count. */
function countedRevisions({ operationDay, snapshot }: OperationDayClosed): ToldRevision[] {
  const ofDay = snapshot.coverage.flatMap(({ unit, revision }) =>
    revision === undefined ? [] : [{ unit, operationDay, toldAs: revision }],
  );
  const ofEarlierDays = [...snapshot.earlierDayChanges, ...(snapshot.revised?.unitDays ?? [])].map(
    ({ unit, operationDay: day, revision }) => ({ unit, operationDay: day, toldAs: revision }),
  );
  return [...ofDay, ...ofEarlierDays];
}
