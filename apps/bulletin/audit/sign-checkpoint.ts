import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  type ChainHead,
  CHECKPOINT_TYP,
  nextStatement,
  readStatement,
} from '#libs/audit/checkpoint/checkpoint.domain.js';
import { type AuditCheckpoint } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { type SigningKey } from '#libs/signing/detached-jws.js';
import { BulletinSigner } from '../signing/bulletin-signer.js';
import { CheckpointRepository } from './checkpoint.repository.js';

/** The service whose chain comes first in a manifest. */
const OWN = 'bulletin';

/** Signs how far the audit trails of all services go. */
@Injectable()
export class SignCheckpoint {
  constructor(
    private readonly checkpoints: CheckpointRepository,
    private readonly signer: BulletinSigner,
  ) {}

  /**
   * Makes the next checkpoint, unless the chains are where the last one found them.
   * @param at instant that the key must be valid at
   * @returns the ends of the chains; none where nothing is sealed yet
   */
  async run(manager: EntityManager, at: string, key: SigningKey): Promise<readonly ChainHead[]> {
    const chains = await this.checkpoints.lockHeads(manager);
    const before = (await this.checkpoints.last(manager))?.statement;
    const known = before === undefined ? undefined : readStatement(before)?.chains;
    if (chains.length === 0 || JSON.stringify(places(known ?? [])) === JSON.stringify(places(chains)))
      return chains;
    const statement = nextStatement(before, { at, chains, keyId: key.kid });
    const signature = await this.signer.sign(Buffer.from(statement, 'utf8'), key, CHECKPOINT_TYP);
    const number = readStatement(statement)?.number ?? 1;
    await this.checkpoints.insert(manager, number, { statement, signature });
    return chains;
  }
}

const places = (chains: readonly ChainHead[]): string[] =>
  chains.map(({ service, position, hash }) => `${service} ${position} ${hash}`);

/** As a manifest names it; undefined as long as this service has sealed nothing. */
export function checkpointOf(chains: readonly ChainHead[]): AuditCheckpoint | undefined {
  const own = chains.find(({ service }) => service === OWN);
  const others = chains.filter(({ service }) => service !== OWN);
  return (
    own && {
      ...{ sequence: own.position, hash: own.hash },
      ...(others.length > 0 && {
        others: others.map(({ service, position, hash }) => ({ service, sequence: position, hash })),
      }),
    }
  );
}
