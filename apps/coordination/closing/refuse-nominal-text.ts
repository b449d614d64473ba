import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { ProblemError } from '#libs/web/problem.js';
import { type UnfinishedText } from '../bulletin-text/bulletin-text.dto.js';
import { BulletinTexts } from '../bulletin-text/bulletin-texts.js';
import { type Closing } from './closing.records.js';

/** Keeps names, plates and numbers of the reports out of what the OCU itself writes for the bulletin. */
@Injectable()
export class RefuseNominalText {
  constructor(private readonly texts: BulletinTexts) {}

  /** The OCU's own words that have become nominal by what arrived after the proposal. */
  async unfinished(
    manager: EntityManager,
    operation: string,
    operationDay: string,
    { assessment, revisionReason, override }: Closing,
  ): Promise<UnfinishedText[]> {
    const unfinished: UnfinishedText[] = [];
    for (const [textId, text] of Object.entries({ assessment, revisionReason, override })) {
      const nominal = text ? await this.texts.assessmentRefusals(manager, operation, text) : [];
      if (nominal.length > 0)
        unfinished.push({
          textId,
          source: 'coordination_unit',
          operationDay,
          missing: [],
          nominal: [...nominal],
        });
    }
    return unfinished;
  }

  /** @throws ProblemError 409 `bulletin-text-nominal` with the values that the text holds */
  async run(manager: EntityManager, operation: string, text: BilingualText | null): Promise<void> {
    if (!text) return;
    const found = await this.texts.assessmentRefusals(manager, operation, text);
    if (found.length === 0) return;
    const values = found.map(({ value }) => value).join('; ');
    throw new ProblemError(409, 'bulletin-text-nominal', { values });
  }
}
