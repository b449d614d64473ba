import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  type DayFigures,
  type RevisedEdition,
  type SnapshotText,
} from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { BulletinTexts, type ClosingTexts } from '../bulletin-text/bulletin-texts.js';
import { type UnfinishedText } from '../bulletin-text/bulletin-text.dto.js';
import { countedRevisions, type ForwardedRevision } from '../consolidation/basis.domain.js';
import { consolidateDay } from '../consolidation/consolidate-day.domain.js';
import { listedChemicals } from '../consolidation/listed-chemicals.js';
import { type Period } from '../consolidation/period.domain.js';
import { changedUnitDays, figureChanges } from '../consolidation/revised-edition.domain.js';
import { UnitCountries } from '../consolidation/unit-countries.domain.js';
import { ReceivedReportRepository } from '../daily-report/received-report.repository.js';
import { GatherDay } from '../daily-report/gather-day.js';
import { EVERYTHING, type SequenceLimits } from '../daily-report/sequence-limits.js';
import { type ClosedDay, type Closing } from './closing.records.js';
import { FindEdition, type NextEdition } from './find-edition.js';

/** An edition as it was counted, before it has number and hash. */
export interface CountedEdition {
  readonly edition: NextEdition;
  /** Newest forwarded revision of every unit-day, voided ones too. */
  readonly newest: readonly ForwardedRevision[];
  readonly figures: { readonly period: Period; readonly ofDay: DayFigures };
  readonly texts: readonly SnapshotText[];
  readonly revised: RevisedEdition | undefined;
  /** Texts that are not finished: nothing may be closed. */
  readonly refusals: readonly UnfinishedText[];
}

/** Counts the edition of a day that an attempt makes, within the seals. */
@Injectable()
export class CountEdition {
  private readonly chemicals: ChemicalCatalogue;

  constructor(
    private readonly findEdition: FindEdition,
    private readonly gatherDay: GatherDay,
    private readonly reports: ReceivedReportRepository,
    private readonly bulletinTexts: BulletinTexts,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.chemicals = new ChemicalCatalogue(reference.chemicals);
  }

  async run(
    manager: EntityManager,
    plan: OperationPlan,
    operationDay: string,
    closing: Pick<Closing, 'revisionReason'>,
    limits: SequenceLimits,
  ): Promise<CountedEdition> {
    const edition = await this.findEdition.run(manager, plan.code, operationDay, closing);
    const gathered = await this.gatherDay.run(plan, operationDay, limits, edition.dayBefore, manager);
    const { newest, period, previous } = gathered;
    const chemicals = listedChemicals(this.chemicals, operationDay);
    const words = await this.textsOf(manager, plan, newest, previous, edition);
    const ofDay = consolidateDay({ ...gathered, isDue: true, chemicals, words });
    const { editionBefore } = edition;
    const { revisionReason: reason } = closing;
    return {
      edition,
      newest,
      figures: { period, ofDay },
      texts: words.texts,
      revised:
        editionBefore && reason
          ? {
              editionBefore: editionBefore.snapshotHash,
              reason,
              figures: figureChanges(editionBefore.snapshot, ofDay),
              unitDays: await this.unitDays(manager, plan, editionBefore, newest, limits),
            }
          : undefined,
      refusals: words.refusals,
    };
  }

  /** Texts that would keep the day open if it were closed with all that has arrived. */
  async refusals(
    manager: EntityManager,
    plan: OperationPlan,
    operationDay: string,
    closing: Pick<Closing, 'revisionReason'>,
  ): Promise<readonly UnfinishedText[]> {
    const edition = await this.findEdition.run(manager, plan.code, operationDay, closing);
    const newest = await this.reports.newestForwarded(plan.code, operationDay, EVERYTHING, manager);
    const basis = edition.dayBefore?.basis ?? [];
    const { previous } = await this.gatherDay.compare(plan.code, basis, newest, EVERYTHING, manager);
    return (await this.textsOf(manager, plan, newest, previous, edition)).refusals;
  }

  private textsOf(
    manager: EntityManager,
    plan: OperationPlan,
    newest: readonly ForwardedRevision[],
    before: readonly ForwardedRevision[],
    { dayBefore }: NextEdition,
  ): Promise<ClosingTexts> {
    const basis = { counted: countedRevisions(newest), before, closedBefore: dayBefore?.operationDay };
    return this.bulletinTexts.forClosing(manager, plan, basis);
  }

  private async unitDays(
    manager: EntityManager,
    plan: OperationPlan,
    { basis }: ClosedDay,
    newest: readonly ForwardedRevision[],
    limits: SequenceLimits,
  ): Promise<RevisedEdition['unitDays']> {
    const comparison = await this.gatherDay.compare(plan.code, basis, newest, limits, manager);
    return changedUnitDays({ newest, ...comparison }, new UnitCountries(plan.units));
  }
}
