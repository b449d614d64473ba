import { Injectable } from '@nestjs/common';
import { OPERATION_PATTERN } from '#libs/contracts/shapes.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { may } from '#libs/security/policy.js';
import { ProblemError } from '#libs/web/problem.js';
import { BULLETIN_STATES, type BulletinState } from './bulletin-states.domain.js';
import { type BulletinKey, type BulletinRecord } from './bulletin.records.js';
import { BulletinRepository } from './bulletin.repository.js';

type PathParams = Readonly<Record<string, string>>;

/** Finds the bulletin that an address names. */
@Injectable()
export class FindBulletin {
  constructor(private readonly bulletins: BulletinRepository) {}

  /** @throws ProblemError 404 `bulletin-unknown` */
  async any(params: PathParams): Promise<BulletinRecord> {
    const key = keyOf(params);
    const found = key && (await this.bulletins.find(key));
    if (found) return found;
    const { number = '', revision = '' } = params;
    throw new ProblemError(404, 'bulletin-unknown', { number, revision });
  }

  /**
   * The same for a party that sees drafts only with the right to.
   * @throws ProblemError 404 `bulletin-unknown`, `bulletin-not-issued`
   */
  async visible(params: PathParams, party: ActingParty): Promise<BulletinRecord> {
    const found = await this.any(params);
    return visibleStates(party).includes(found.state) ? found : refuseDraft(found);
  }

  /** @throws ProblemError 404 `bulletin-unknown`, `bulletin-not-issued` */
  async issued(params: PathParams): Promise<BulletinRecord> {
    const found = await this.any(params);
    return found.state === 'issued' ? found : refuseDraft(found);
  }

  /** @throws ProblemError 404 `operation-unknown` for a text that cannot be a code */
  async ofOperation({ operation = '' }: PathParams, party: ActingParty): Promise<BulletinRecord[]> {
    if (!isOperation(operation)) throw new ProblemError(404, 'operation-unknown', { operation });
    return this.bulletins.list(operation, visibleStates(party));
  }
}

/** What is not issued concerns the Operation Coordination Unit alone. */
const visibleStates = (party: ActingParty): readonly BulletinState[] =>
  may(party, 'bulletin.read-draft') ? BULLETIN_STATES : ['issued'];

function refuseDraft({ number, revision }: BulletinRecord): never {
  throw new ProblemError(404, 'bulletin-not-issued', { number, revision });
}

const isOperation = (code: string) => code.length <= 60 && OPERATION_PATTERN.test(code);

function keyOf({ operation = '', number = '', revision = '' }: PathParams): BulletinKey | undefined {
  const isKey =
    isOperation(operation) && /^[1-9]\d{0,5}$/.test(number) && /^(0|[1-9]\d{0,5})$/.test(revision);
  return isKey ? { operation, number: Number(number), revision: Number(revision) } : undefined;
}
