import { Controller } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type OperationDayClosed } from '#libs/contracts/operation-day/operation-day-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { OperationPlanRepository } from '../../operation-plan/operation-plan.repository.js';
import { type UnitDayKey } from '../daily-report.records.js';
import { DailyReportRepository } from '../daily-report.repository.js';
import { COUNTED_STATES } from './daily-report-states.domain.js';
import { LifeCycle } from './life-cycle.js';

/** A revision that a closed day counts, by the number under which the OCU knows it. */
interface CountedRevision extends UnitDayKey {
  readonly toldAs: number;
}

/** Marks the revisions that a closed day counts. */
@Controller()
export class OperationDayClosedConsumer {
  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly reports: DailyReportRepository,
    private readonly lifeCycle: LifeCycle,
  ) {}

  @OnEvent(EVENTS.operationDayClosed)
  async consolidate({ data }: ReceivedEvent<OperationDayClosed>, { manager }: EventContext): Promise<void> {
    const plan = await this.plans.find(data.operation, manager);
    const zones = new Map(plan?.units.map(({ id, timeZone }) => [id, timeZone]));
    for (const counted of countedRevisions(data))
      await this.mark(manager, counted, data.snapshot.closedAt, zones.get(counted.unit) ?? 'UTC');
  }

  /** A revision that was corrected since the day was sealed counts no more, and one of a closed day needs no mark. */
  private async mark(
    manager: EntityManager,
    key: CountedRevision,
    at: string,
    timeZone: string,
  ): Promise<void> {
    await this.reports.lockUnitDay(manager, key);
    const record = (await this.reports.toldAs(key, key.toldAs, manager)).at(-1);
    if (!record || record.inClosedDay || !COUNTED_STATES.some((state) => state === record.state)) return;
    const act = {
      ...{ at, timeZone, party: 'system/operation-day-closed' },
      origin: { channel: 'system' } as const,
    };
    await this.lifeCycle.take(manager, record, 'consolidate', act, (step) =>
      this.reports.setConsolidated(manager, record, step.toState, at),
    );
  }
}

/** Of its own day by the coverage, of earlier days by the changes that it is the first to count. */
function countedRevisions({ operation, operationDay, snapshot }: OperationDayClosed): CountedRevision[] {
  const ofDay = snapshot.coverage.flatMap(({ unit, revision }) =>
    revision === undefined ? [] : [{ operation, unit, operationDay, toldAs: revision }],
  );
  const ofEarlierDays = [...snapshot.earlierDayChanges, ...(snapshot.revised?.unitDays ?? [])].map(
    ({ unit, operationDay: day, revision }) => ({ operation, unit, operationDay: day, toldAs: revision }),
  );
  return [...ofDay, ...ofEarlierDays];
}
