import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson } from '#libs/contracts/canonical-json.js';
import { EVENTS, unitKey } from '#libs/contracts/topics.js';
import { EventLog } from '#libs/messaging/event-log.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { ProblemError } from '#libs/web/problem.js';
import { type Capacity } from '../daily-report/daily-report.records.js';
import { type FoundCountry } from '../operation-plan/find-country.js';
import { type CountryDayKey, type SignatureRecord } from './country-day.records.js';
import { CountryDayRepository } from './country-day.repository.js';
import { missingUnits, signatureHash, toldUnits, unitsToSign, waitingUnits } from './national-day.domain.js';

/** Who signs, and when. */
export interface Signer {
  readonly party: string;
  readonly capacity: Capacity;
  readonly at: string;
  /** The signer says that the day is complete although units are missing. */
  readonly confirmsMissing: boolean;
}

/** The signatures of a day, and what one would stand under now. */
export interface SignedDay {
  readonly signatures: readonly SignatureRecord[];
  readonly currentHash: string;
  readonly waiting: readonly string[];
  readonly missing: readonly string[];
}

/** The contact point or a deputy signs that the day of the country is complete as it stands. */
@Injectable()
export class SignNationalDay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly days: CountryDayRepository,
    private readonly events: EventLog,
  ) {}

  /**
   * Signing again what is signed already changes nothing; after a change it makes the next signature.
   * @throws ProblemError 409 `day-not-forwarded` while a report waits with the contact point; `day-units-missing` where
   * nothing was forwarded of a unit that should report, unless the signer confirms it
   */
  async run(key: CountryDayKey, { units }: FoundCountry, signer: Signer): Promise<SignedDay> {
    return this.unitOfWork.run(async (manager) => {
      await this.days.lockSigning(manager, key);
      const ids = units.map(({ id }) => id);
      const standings = await this.days.standings(key, ids, manager);
      const waiting = waitingUnits(standings);
      if (waiting.length > 0) throw new ProblemError(409, 'day-not-forwarded', { units: waiting.join(', ') });
      const missing = missingUnits(units, standings, key.operationDay);
      const signed = unitsToSign(ids, standings);
      const signatures = await this.days.signatures(key, manager);
      const hash = signatureHash(signed);
      if (signatures.at(-1)?.hash === hash) return { signatures, currentHash: hash, waiting, missing };
      const { at, party, capacity, confirmsMissing } = signer;
      if (missing.length > 0 && !confirmsMissing)
        throw new ProblemError(409, 'day-units-missing', { units: missing.join(', ') });
      const number = signatures.length + 1;
      const next = { number, signedAt: at, signedBy: party, capacity, hash, units: signed };
      await this.days.insertSignature(manager, key, next);
      await this.announce(manager, key, next, signatures.at(-1));
      return { signatures: [...signatures, next], currentHash: hash, waiting, missing };
    });
  }

  /** The signatures of the day, and whether they still stand. */
  async read(key: CountryDayKey, { units }: FoundCountry): Promise<SignedDay> {
    const ids = units.map(({ id }) => id);
    const standings = await this.days.standings(key, ids);
    return {
      signatures: await this.days.signatures(key),
      currentHash: signatureHash(unitsToSign(ids, standings)),
      waiting: waitingUnits(standings),
      missing: missingUnits(units, standings, key.operationDay),
    };
  }

  /** Where only withheld records differ, nobody abroad may see that anything happened. */
  private async announce(
    manager: EntityManager,
    { operation, country, operationDay }: CountryDayKey,
    { signedAt, capacity, units }: SignatureRecord,
    before: SignatureRecord | undefined,
  ): Promise<void> {
    const told = toldUnits(units);
    if (before && canonicalJson(toldUnits(before.units)) === canonicalJson(told)) return;
    await this.events.append(manager, {
      definition: EVENTS.nationalDaySigned,
      key: unitKey(operation, country),
      data: { operation, country, operationDay, signedAt, capacity, units: told },
      occurredAt: signedAt,
      subject: `${country}/${operationDay}`,
    });
  }
}
