import { Injectable, Logger } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type SigningKey } from '#libs/signing/detached-jws.js';
import { ProblemError } from '#libs/web/problem.js';
import { checkpointOf, SignCheckpoint } from '../audit/sign-checkpoint.js';
import { BulletinSigner } from './bulletin-signer.js';
import { manifestOf, type ManifestParts } from './manifest.domain.js';
import { ManifestRepository } from './manifest.repository.js';

/** Everything of a manifest that the key and the chain do not give. */
export type ToSign = Omit<ManifestParts, 'keyId' | 'previous' | 'auditCheckpoint'>;

/** Makes, signs and keeps the manifest of a bulletin, within the transaction of its issue. */
@Injectable()
export class SignBulletin {
  private readonly log = new Logger('bulletin');

  constructor(
    private readonly signer: BulletinSigner,
    private readonly manifests: ManifestRepository,
    private readonly signCheckpoint: SignCheckpoint,
  ) {}

  /** @throws ProblemError 503 `bulletin-signing-unavailable` where no key can sign at the instant */
  async requireKey(
    of: { readonly number: number; readonly revision: number },
    at: string,
  ): Promise<SigningKey> {
    try {
      return await this.signer.keyAt(at);
    } catch (error) {
      const { number, revision } = of;
      this.log.error({ number, revision, issuedAt: at, error: (error as Error).message });
      throw new ProblemError(503, 'bulletin-signing-unavailable', { number, revision, issuedAt: at });
    }
  }

  /** To be called under the lock of the operation, while the bulletin is a draft. */
  async run(manager: EntityManager, toSign: ToSign): Promise<void> {
    const { snapshot, issuedAt } = toSign;
    const { number, revision } = snapshot;
    const operation = snapshot.operation.code;
    const key = await this.requireKey(snapshot, issuedAt);
    const end = await this.manifests.chainEnd(manager, operation);
    const previous = end && { number: end.number, revision: end.revision, manifestHash: end.manifestHash };
    const auditCheckpoint = checkpointOf(await this.signCheckpoint.run(manager, issuedAt, key));
    const parts = { ...toSign, previous, auditCheckpoint, keyId: key.kid };
    const manifest = Buffer.from(canonicalJson(manifestOf(parts)), 'utf8');
    const signature = await this.signer.sign(manifest, key);
    const signed = { manifest, manifestHash: sha256Hex(manifest), signature, keyId: key.kid };
    await this.manifests.insert(manager, { operation, number, revision }, signed, end);
  }
}
