import { Injectable } from '@nestjs/common';
import { BulletinRepository } from '../../bulletin/bulletin.repository.js';
import { LedgerRepository } from './ledger.repository.js';
import { type MailboxAnswer } from './ledger.dto.js';

/** What a country was sent. */
@Injectable()
export class ReadMailbox {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly bulletins: BulletinRepository,
  ) {}

  async run(operation: string, country: string): Promise<MailboxAnswer> {
    const [deliveries, bulletins] = await Promise.all([
      this.ledger.ofCountry(operation, country),
      this.bulletins.list(operation, ['issued']),
    ]);
    const entries = deliveries.flatMap(({ number, revision, state, queuedAt, acknowledgeBy }) => {
      const bulletin = bulletins.find((one) => one.number === number && one.revision === revision);
      if (!bulletin) return [];
      const superseded = deliveries.some((other) => other.number === number && other.revision > revision);
      const { operationDay } = bulletin;
      return [{ number, revision, operationDay, state, queuedAt, acknowledgeBy, superseded }];
    });
    return { country, entries };
  }
}
