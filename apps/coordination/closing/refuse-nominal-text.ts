import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { ProblemError } from '#libs/web/problem.js';
import { BulletinTexts } from '../bulletin-text/bulletin-texts.js';

/** Keeps names, plates and numbers of the reports out of what the OCU itself writes for the bulletin. */
@Injectable()
export class RefuseNominalText {
  constructor(private readonly texts: BulletinTexts) {}

  /** @throws ProblemError 409 `bulletin-text-nominal` with the values that the text holds */
  async run(manager: EntityManager, operation: string, text: BilingualText | null): Promise<void> {
    if (!text) return;
    const found = await this.texts.assessmentRefusals(manager, operation, text);
    if (found.length === 0) return;
    const values = found.map(({ value }) => value).join('; ');
    throw new ProblemError(409, 'bulletin-text-nominal', { values });
  }
}
