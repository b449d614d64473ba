import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { type BulletinKey } from '../../bulletin/bulletin.records.js';
import { LedgerRepository } from './ledger.repository.js';

/** Notes the first reading of a bulletin by somebody of a country. */
@Injectable()
export class MarkOpened {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerRepository,
  ) {}

  /** Does nothing for who is of no country, and after the first time. */
  async run({ operation, number, revision }: BulletinKey, party: ActingParty, at: string): Promise<void> {
    const { country } = party;
    if (country === undefined) return;
    const doer = { at, party: nameOfParty(party), origin: 'api' } as const;
    await this.ledger.move(this.dataSource.manager, { operation, number, revision, country }, 'open', doer);
  }
}
