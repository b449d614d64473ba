import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type AuditEntry } from '#libs/audit/audit-entry.js';
import { appendEntry } from '#libs/audit/recording/append-entry.js';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DaySnapshot, type SealOverride } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { countedRevisions, type BasisReference } from '../consolidation/basis.domain.js';
import { saying } from '../consolidation/revised-edition.domain.js';
import { kindOfDay } from '../consolidation/period.domain.js';
import { type KeptPlan } from '../operation-plan/operation-plan.repository.js';
import { type ClosedDay, type Closing, type ClosingOutcome } from './closing.records.js';
import { RefuseNominalText } from './refuse-nominal-text.js';
import { ClosingRepository } from './closing.repository.js';
import { CountEdition, type CountedEdition } from './count-edition.js';
import { SealRepository } from './seal.repository.js';
import { snapshotOf } from './snapshot.domain.js';

/**
 * Closes one operation day, or makes the revised edition of a closed one: fixes the basis, counts, allots the number and
 * announces the snapshot, all in one transaction. An edition that stands is never touched again.
 */
@Injectable()
export class CloseOperationDay {
  constructor(
    private readonly closings: ClosingRepository,
    private readonly sealed: SealRepository,
    private readonly countEdition: CountEdition,
    private readonly events: EventLog,
    private readonly refuseNominalText: RefuseNominalText,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {}

  /**
   * The caller holds the operation's lock and has made sure that the day may be closed.
   * @returns the texts that are not finished: then the attempt waits on; else the day is closed, or the edition before
   * already says the same
   */
  async run(
    manager: EntityManager,
    kept: KeptPlan,
    operationDay: string,
    closing: Closing,
    causationId?: string,
  ): Promise<ClosingOutcome> {
    const operation = kept.plan.code;
    const seals = await this.sealed.ofAttempt(operation, operationDay, closing.attempt, manager);
    const counted = await this.countEdition.run(manager, kept.plan, operationDay, closing, seals);
    const ownWords = await this.refuseNominalText.unfinished(manager, operation, operationDay, closing);
    const unfinished = [...ownWords, ...counted.refusals];
    if (unfinished.length > 0) {
      await this.closings.keepUnfinishedTexts(manager, operation, operationDay, unfinished);
      return { unfinished };
    }
    const basis = countedRevisions(counted.newest).map(referenceOf);
    const snapshot = await this.snapshot(manager, kept, operationDay, closing, counted, basis, seals);
    const { editionBefore } = counted.edition;
    const isSame =
      editionBefore && canonicalJson(saying(editionBefore.snapshot)) === canonicalJson(saying(snapshot));
    if (!isSame) await this.keep(manager, kept, snapshot, basis, closing, causationId);
    await this.closings.end(manager, operation, operationDay, isSame ? 'unchanged' : 'closed');
    return { unfinished: [] };
  }

  private async snapshot(
    manager: EntityManager,
    kept: KeptPlan,
    operationDay: string,
    closing: Closing,
    { edition, figures, texts, revised }: CountedEdition,
    basis: readonly BasisReference[],
    seals: ReadonlyMap<string, number>,
  ): Promise<DaySnapshot> {
    const { dayBefore, editionBefore } = edition;
    const frame = {
      plan: kept.plan,
      planVersion: kept.version,
      operationDay,
      periodFrom: figures.period.from,
      number: editionBefore?.number ?? (await this.closings.allotNumber(manager, kept.plan.code)),
      revision: editionBefore ? editionBefore.revision + 1 : 0,
      referenceVersion: this.reference.version,
      basis,
      closing,
      previousSnapshotHash: dayBefore?.snapshotHash,
      sealOverride: await this.overrideOf(manager, kept, closing, seals),
      texts,
      revised,
    };
    return snapshotOf(frame, figures.ofDay);
  }

  private async keep(
    manager: EntityManager,
    { plan }: KeptPlan,
    snapshot: DaySnapshot,
    basis: readonly BasisReference[],
    { requestedBy }: Closing,
    causationId: string | undefined,
  ): Promise<void> {
    const { operationDay, revision, number } = snapshot;
    const snapshotHash = sha256Hex(canonicalJson(snapshot));
    const closed = { operationDay, revision, number, snapshotHash, snapshot, basis };
    await this.closings.insertClosed(manager, plan.code, closed);
    if (kindOfDay(plan, operationDay) === 'supplementary')
      await this.closings.dropOvertaken(manager, plan.code, plan.lastDay, operationDay);
    await this.announce(manager, plan.code, closed, causationId);
    await appendEntry(manager, closedEntry(plan.code, closed, requestedBy));
  }

  /** What the bulletin says of a closing that did not wait: the units without a seal or with a missing event. */
  private async overrideOf(
    manager: EntityManager,
    kept: KeptPlan,
    closing: Closing,
    seals: ReadonlyMap<string, number>,
  ): Promise<SealOverride | undefined> {
    if (!closing.override) return undefined;
    const gaps = await this.sealed.unitsWithGaps(kept.plan.code, seals, manager);
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

/** The last seal closes a day, at no request: recorded under the name of whoever asked for it. */
function closedEntry(
  operation: string,
  { operationDay, number, revision, snapshotHash, snapshot }: ClosedDay,
  requestedBy: string,
): AuditEntry {
  return {
    ...{ kind: 'change', at: snapshot.closedAt, operation, action: 'operation-day.closed', outcome: 'done' },
    actor: { kind: 'system', name: requestedBy.slice(0, 100) },
    object: { kind: 'operation-day', id: `${operationDay}/${number}/${revision}` },
    after: snapshotHash,
  };
}

function referenceOf({ operationDay, unit, revision, contentHash }: BasisReference): BasisReference {
  return { operationDay, unit, revision, contentHash };
}
