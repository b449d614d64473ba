import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type SealOverride } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { countedRevisions, type BasisReference } from '../consolidation/basis.domain.js';
import { consolidateDay } from '../consolidation/consolidate-day.domain.js';
import { listedChemicals } from '../consolidation/listed-chemicals.js';
import { ReceivedReportRepository } from '../daily-report/received-report.repository.js';
import { type KeptPlan } from '../operation-plan/operation-plan.repository.js';
import { type ClosedDay, type Closing } from './closing.records.js';
import { ClosingRepository } from './closing.repository.js';
import { snapshotOf } from './snapshot.domain.js';

/** Closes one operation day: fixes the basis, counts, allots the number and announces the snapshot, all in one transaction. */
@Injectable()
export class CloseOperationDay {
  private readonly chemicals: ChemicalCatalogue;

  constructor(
    private readonly closings: ClosingRepository,
    private readonly reports: ReceivedReportRepository,
    private readonly events: EventLog,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {
    this.chemicals = new ChemicalCatalogue(reference.chemicals);
  }

  /** The caller holds the operation's lock and has made sure that the day may be closed. */
  async run(
    manager: EntityManager,
    kept: KeptPlan,
    operationDay: string,
    closing: Closing,
    causationId?: string,
  ): Promise<ClosedDay> {
    const operation = kept.plan.code;
    const seals = await this.closings.seals(operation, operationDay, closing.attempt, manager);
    const newest = await this.reports.newestForwarded(operation, operationDay, seals, manager);
    const previousDay = await this.closings.findClosedBefore(operation, operationDay, manager);
    const figures = consolidateDay({
      plan: kept.plan,
      operationDay,
      newest,
      previous: previousDay ? await this.reports.byBasis(operation, previousDay.basis, manager) : [],
      newestState: await this.reports.newestStates(operation, operationDay, seals, manager),
      isDue: true,
      chemicals: listedChemicals(this.chemicals, operationDay),
    });
    const basis = countedRevisions(newest).map(referenceOf);
    const snapshot = snapshotOf(
      {
        plan: kept.plan,
        planVersion: kept.version,
        operationDay,
        number: await this.closings.allotNumber(manager, operation),
        revision: 0,
        referenceVersion: this.reference.version,
        basis,
        closing,
        previousSnapshotHash: previousDay?.snapshotHash,
        sealOverride: await this.overrideOf(manager, kept, closing, seals),
      },
      figures,
    );
    const snapshotHash = sha256Hex(canonicalJson(snapshot));
    const closed = { operationDay, revision: 0, number: snapshot.number, snapshotHash, snapshot, basis };
    await this.closings.insertClosed(manager, operation, closed);
    await this.announce(manager, operation, closed, causationId);
    return closed;
  }

  /** What the bulletin says of a closing that did not wait: the units without a seal or with a missing event. */
  private async overrideOf(
    manager: EntityManager,
    kept: KeptPlan,
    closing: Closing,
    seals: ReadonlyMap<string, number>,
  ): Promise<SealOverride | undefined> {
    if (!closing.override) return undefined;
    const gaps = await this.closings.unitsWithGaps(kept.plan.code, seals, manager);
    const unsealed = kept.plan.units.map((unit) => unit.id).filter((unit) => !seals.has(unit));
    return { units: [...unsealed, ...gaps].sort(), reason: closing.override };
  }

  private async announce(
    manager: EntityManager,
    operation: string,
    closed: ClosedDay,
    causationId?: string,
  ): Promise<void> {
    const { operationDay, snapshotHash, snapshot } = closed;
    await this.events.append(manager, {
      definition: EVENTS.operationDayClosed,
      key: operation,
      data: { operation, operationDay, snapshotHash, snapshot },
      occurredAt: snapshot.closedAt,
      subject: `${operationDay}/${closed.number}/${closed.revision}`,
      ...(causationId !== undefined && { causationId }),
    });
  }
}

function referenceOf({ operationDay, unit, revision, contentHash }: BasisReference): BasisReference {
  return { operationDay, unit, revision, contentHash };
}
