import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Response } from 'express';
import { Allows } from '#libs/web/access/access.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { type BulletinRecord } from '../bulletin/bulletin.records.js';
import { downloadStem, plainHeaders } from '../bulletin/file-headers.js';
import { FindBulletin } from '../bulletin/find-bulletin.js';
import { ManifestRepository, type SignedManifest } from './manifest.repository.js';

/** The signed manifest of an issued bulletin and its detached signature, byte for byte as they were made. */
@Controller('operations/:operation/bulletins/:number/revisions/:revision/files')
export class ManifestController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly manifests: ManifestRepository,
  ) {}

  @Get('manifest.json')
  @ApiOperation({ summary: 'The signed manifest of an issued bulletin, byte for byte.' })
  @Allows('bulletin.read')
  async manifest(@Param() params: Record<string, string>, @Res() response: Response): Promise<void> {
    const { record, signed } = await this.find(params);
    response
      .set(plainHeaders('application/json; charset=utf-8', `${downloadStem(record)}.manifest.json`))
      .set('ETag', `"${signed.manifestHash}"`)
      .send(signed.manifest);
  }

  @Get('manifest.jws')
  @ApiOperation({ summary: 'The detached signature over the manifest of an issued bulletin.' })
  @Allows('bulletin.read')
  async signature(@Param() params: Record<string, string>, @Res() response: Response): Promise<void> {
    const { record, signed } = await this.find(params);
    response
      .set(plainHeaders('application/jose', `${downloadStem(record)}.manifest.jws`))
      .send(Buffer.from(signed.signature, 'ascii'));
  }

  private async find(
    params: Record<string, string>,
  ): Promise<{ readonly record: BulletinRecord; readonly signed: SignedManifest }> {
    const record = await this.findBulletin.issued(params);
    const signed = await this.manifests.find(record);
    const { number, revision } = record;
    if (!signed) throw new ProblemError(404, 'bulletin-unsigned', { number, revision });
    return { record, signed };
  }
}
