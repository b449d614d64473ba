import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { unitDayKey, type BasisReference, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { type ConsolidationInput } from '../consolidation/consolidate-day.domain.js';
import { periodOf } from '../consolidation/period.domain.js';
import { DayKnowledgeRepository } from './day-knowledge.repository.js';
import { ReceivedReportRepository } from './received-report.repository.js';
import { type SequenceLimits } from './sequence-limits.js';

/** What a day is compared with: the snapshot before, or the edition before. */
export interface CountedBefore {
  readonly operationDay: string;
  readonly basis: readonly BasisReference[];
}

/** The revisions of an earlier snapshot and what was forwarded of its unit-days since. */
export type Comparison = Pick<ConsolidationInput, 'previous' | 'forwardedSince'>;

/** Gathers what a day is counted from, within the seals. No content is read: tallies were made when reports arrived. */
@Injectable()
export class GatherDay {
  constructor(
    private readonly revisions: ReceivedReportRepository,
    private readonly knowledge: DayKnowledgeRepository,
    private readonly dataSource: DataSource,
  ) {}

  /** @param before the snapshot before; undefined on the first day */
  async run(
    plan: OperationPlan,
    operationDay: string,
    limits: SequenceLimits,
    before: CountedBefore | undefined,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Omit<ConsolidationInput, 'isDue' | 'chemicals'>> {
    const newest = await this.revisions.newestForwarded(plan.code, operationDay, limits, manager);
    return {
      plan,
      operationDay,
      period: periodOf(plan, operationDay, before?.operationDay),
      newest,
      newestState: await this.knowledge.newestStates(plan.code, operationDay, limits, manager),
      ...(await this.compare(plan.code, before?.basis ?? [], newest, limits, manager)),
    };
  }

  /** Reads anew only what changed: a revision that is still the newest is taken from there. */
  async compare(
    operation: string,
    basis: readonly BasisReference[],
    newest: readonly ForwardedRevision[],
    limits: SequenceLimits,
    manager: EntityManager,
  ): Promise<Comparison> {
    const byKey = new Map(newest.map((revision) => [unitDayKey(revision), revision]));
    const isNewest = (entry: BasisReference): boolean =>
      byKey.get(unitDayKey(entry))?.revision === entry.revision;
    const replaced = basis.filter((entry) => !isNewest(entry));
    if (replaced.length === 0) return { previous: sameOf(basis, byKey), forwardedSince: [] };
    return {
      previous: [
        ...sameOf(basis.filter(isNewest), byKey),
        ...(await this.revisions.byBasis(operation, replaced, manager)),
      ],
      forwardedSince: await this.revisions.forwardedSince(operation, replaced, limits, manager),
    };
  }
}

function sameOf(
  basis: readonly BasisReference[],
  byKey: ReadonlyMap<string, ForwardedRevision>,
): ForwardedRevision[] {
  return basis.flatMap((entry) => byKey.get(unitDayKey(entry)) ?? []);
}
