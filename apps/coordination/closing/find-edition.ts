import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type ClosedDay, type Closing } from './closing.records.js';
import { ClosingRepository } from './closing.repository.js';

/** Which edition of a day an attempt makes. */
export interface NextEdition {
  /** The snapshot before: of the closed day before this one. */
  readonly dayBefore: ClosedDay | undefined;
  /** The edition that is revised; undefined for the first edition of the day. */
  readonly editionBefore: ClosedDay | undefined;
}

/** Finds what the edition that an attempt makes stands on. */
@Injectable()
export class FindEdition {
  constructor(private readonly closings: ClosingRepository) {}

  /**
   * A first edition follows the newest edition of the closed day before; a revised one keeps the snapshot before of its
   * original, whatever became of it since.
   */
  async run(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    closing: Pick<Closing, 'revisionReason'>,
  ): Promise<NextEdition> {
    return closing.revisionReason
      ? this.next(manager, operation, operationDay)
      : this.first(manager, operation, operationDay);
  }

  /** The edition that would be made next: a revised one where the day is closed. */
  async next(manager: EntityManager, operation: string, operationDay: string): Promise<NextEdition> {
    const editionBefore = await this.closings.findClosed(operation, operationDay, manager);
    if (!editionBefore) return this.first(manager, operation, operationDay);
    const hash = editionBefore.snapshot.previousSnapshotHash;
    const dayBefore =
      hash === undefined ? undefined : await this.closings.findBySnapshot(operation, hash, manager);
    return { dayBefore, editionBefore };
  }

  private async first(manager: EntityManager, operation: string, operationDay: string): Promise<NextEdition> {
    const dayBefore = await this.closings.findClosedBefore(operation, operationDay, manager);
    return { dayBefore, editionBefore: undefined };
  }
}
