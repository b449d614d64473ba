import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { SHA256_PATTERN } from '#libs/contracts/shapes.js';
import { type KeyValidity, validityAt } from '#libs/signing/key-validity.domain.js';
import { type PublishedKey } from '#libs/signing/published-key.js';
import { AllowsInOwnOperations } from '#libs/web/access/access.decorators.js';
import { type OwnOperations } from '#libs/web/access/caller.js';
import { Operations } from '#libs/web/access/caller.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { BulletinSigner } from './bulletin-signer.js';
import { type IssuedFile, IssuedFileRepository } from './issued-file.repository.js';
import { ManifestRepository } from './manifest.repository.js';
import { type FileProof, proofOf } from './prove-file.js';

/** What is known of an issued file, and of the key that signed it. */
export interface IssuedFileView extends IssuedFile {
  /** Of the key at the instant of issue; `unknown`: not among the published keys; null: nothing was signed. */
  readonly keyValidity: KeyValidity | 'unknown' | null;
  readonly proof: FileProof;
}

/** Whether a file is one of an issued bulletin, asked by its SHA-256. */
@Controller('files')
export class IssuedFileController {
  constructor(
    private readonly files: IssuedFileRepository,
    private readonly manifests: ManifestRepository,
    private readonly signer: BulletinSigner,
  ) {}

  @Get(':sha256')
  @ApiOperation({
    summary:
      'Whether a file is one of an issued bulletin, asked by its SHA-256, and whether its signature holds.',
  })
  @AllowsInOwnOperations('bulletin.read')
  async find(
    @Param('sha256') sha256: string,
    @Operations() own: OwnOperations,
  ): Promise<{ files: IssuedFileView[] }> {
    if (!SHA256_PATTERN.test(sha256)) throw new ProblemError(400, 'request-invalid');
    const { keys } = await this.signer.published();
    const found = (await this.files.withHash(sha256)).filter(({ operation }) => own.has(operation));
    return { files: await Promise.all(found.map((file) => this.view(file, sha256, keys))) };
  }

  private async view(
    file: IssuedFile,
    sha256: string,
    keys: readonly PublishedKey[],
  ): Promise<IssuedFileView> {
    const key = keys.find(({ kid }) => kid === file.keyId);
    const known = key ? validityAt(key, file.issuedAt) : 'unknown';
    const proof = await proofOf(file, sha256, await this.manifests.find(file), keys);
    return { ...file, keyValidity: file.keyId === null ? null : known, proof };
  }
}
