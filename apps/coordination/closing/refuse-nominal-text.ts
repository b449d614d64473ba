import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { ProblemError } from '#libs/web/problem.js';
import { type UnfinishedText } from '../bulletin-text/bulletin-text.dto.js';
import { NominalValueRepository } from '../bulletin-text/nominal/nominal-value.repository.js';
import { hitsIn, type NominalHit } from '../bulletin-text/text-state.domain.js';
import { type Closing } from './closing.records.js';

/** Keeps names, plates and numbers of the reports out of what the OCU itself writes for the bulletin. */
@Injectable()
export class RefuseNominalText {
  constructor(private readonly nominal: NominalValueRepository) {}

  /** The OCU's own words that have become nominal by what arrived after the proposal. */
  async unfinished(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    { assessment, revisionReason, override }: Closing,
  ): Promise<UnfinishedText[]> {
    const texts = Object.entries({ assessment, revisionReason, override });
    const hits = await this.hits(
      manager,
      operation,
      texts.map(([, text]) => text),
    );
    return texts.flatMap(([textId], at) => {
      const nominal = hits[at] ?? [];
      if (nominal.length === 0) return [];
      return [{ textId, source: 'coordination_unit', operationDay, missing: [], nominal }];
    });
  }

  /** @throws ProblemError 409 `bulletin-text-nominal` with the values that the first such text holds */
  async run(
    manager: EntityManager,
    operation: string,
    ...texts: readonly (BilingualText | null)[]
  ): Promise<void> {
    const found = (await this.hits(manager, operation, texts)).find((hits) => hits.length > 0);
    if (!found) return;
    const values = found.map(({ value }) => value).join('; ');
    throw new ProblemError(409, 'bulletin-text-nominal', { values });
  }

  /** Nominal values in each of the texts; the index, which grows with the operation, is built once for all of them. */
  private async hits(
    manager: EntityManager,
    operation: string,
    texts: readonly (BilingualText | null)[],
  ): Promise<NominalHit[][]> {
    if (texts.every((text) => text === null)) return [];
    const index = await this.nominal.index(manager, operation);
    return texts.map((text) => (text ? hitsIn([text.en, text.ru], index) : []));
  }
}
