import { Injectable } from '@nestjs/common';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { BulletinRepository } from '../../bulletin/bulletin.repository.js';
import { askedOfCountry } from '../../rendering/cover-sheet/asked-of-country.domain.js';
import { DistributionSettings } from '../configuration/distribution-settings.js';
import { keyAnswerOf } from '../ledger/delivery-view.js';
import { type AskedAnswer, type CountryPreviewAnswer, type PreviewAnswer } from './preview.dto.js';

/** Tells of a bulletin what each country will get, before it is issued. */
@Injectable()
export class ReadPreview {
  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly settings: DistributionSettings,
  ) {}

  /** @param at instant for which keys are judged */
  async run(bulletin: BulletinRecord, at: string): Promise<PreviewAnswer> {
    const { operation, number, revision, state } = bulletin;
    const snapshot = await this.bulletins.snapshot(bulletin);
    if (!snapshot) throw new Error(`Bulletin ${number} has no snapshot.`);
    return {
      ...{ operation, number, revision, issued: state === 'issued' },
      acknowledgeWithinHours: this.settings.acknowledgeWithin(operation),
      countries: snapshot.countries.map(({ country }) => this.country(snapshot, country, at)),
    };
  }

  private country(snapshot: DaySnapshot, country: string, at: string): CountryPreviewAnswer {
    const { channels, email, webhook, key } = this.settings.of(snapshot.operation.code, country);
    return {
      ...{ country, channels, mailboxes: email?.to ?? [] },
      ...(email && { emailContent: email.content }),
      ...(webhook && { webhook: webhook.url }),
      ...(key && { key: keyAnswerOf(key, at) }),
      asked: askedAnswer(snapshot, country),
    };
  }
}

function askedAnswer(snapshot: DaySnapshot, country: string): AskedAnswer {
  const { awaited, withoutLaboratory, cases, furtherCases, notes } = askedOfCountry(snapshot, country);
  return {
    awaitedUnits: awaited.map(({ unit }) => unit),
    laboratoryResults: withoutLaboratory.length,
    ...{ cases: cases.length, furtherCases, notes: notes.length },
  };
}
