import { Controller, Get, Param } from '@nestjs/common';
import { SHA256_PATTERN } from '#libs/contracts/shapes.js';
import { type KeyValidity, validityAt } from '#libs/signing/key-validity.domain.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { BulletinSigner } from './bulletin-signer.js';
import { type IssuedFile, IssuedFileRepository } from './issued-file.repository.js';

/** What is known of an issued file, and of the key that signed it. */
export interface IssuedFileView extends IssuedFile {
  /** Of the key at the instant of issue; `unknown`: not among the published keys; null: nothing was signed. */
  readonly keyValidity: KeyValidity | 'unknown' | null;
}

/** Whether a file is one of an issued bulletin, asked by its SHA-256. */
@Controller('files')
export class IssuedFileController {
  constructor(
    private readonly files: IssuedFileRepository,
    private readonly signer: BulletinSigner,
  ) {}

  @Get(':sha256')
  @Allows('bulletin.read')
  async find(@Param('sha256') sha256: string): Promise<{ files: IssuedFileView[] }> {
    if (!SHA256_PATTERN.test(sha256)) throw new ProblemError(400, 'request-invalid');
    const { keys } = await this.signer.published();
    const files = (await this.files.withHash(sha256)).map((file): IssuedFileView => {
      const key = keys.find(({ kid }) => kid === file.keyId);
      const known = key ? validityAt(key, file.issuedAt) : 'unknown';
      return { ...file, keyValidity: file.keyId === null ? null : known };
    });
    return { files };
  }
}
