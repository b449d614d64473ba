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
    if (!closing.revisionReason) {
      const dayBefore = await this.closings.findClosedBefore(operation, operationDay, manager);
      return { dayBefore, editionBefore: undefined };
    }
    const editionBefore = await this.closings.findClosed(operation, operationDay, manager);
    const hash = editionBefore?.snapshot.previousSnapshotHash;
    const dayBefore =
      hash === undefined ? undefined : await this.closings.findBySnapshot(operation, hash, manager);
    return { dayBefore, editionBefore };
  }
}
