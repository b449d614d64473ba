import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Response } from 'express';
import { Allows } from '#libs/web/access/access.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { FILE_NAMES, kindOfFile } from './bulletin-view.js';
import { BulletinRepository } from './bulletin.repository.js';
import { headersOf } from './file-headers.js';
import { FindBulletin } from './find-bulletin.js';

/** Files of issued bulletins, byte for byte as they were issued; the ETag is the SHA-256 of the bytes. */
@Controller('operations/:operation/bulletins/:number/revisions/:revision/files')
export class BulletinFileController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly bulletins: BulletinRepository,
  ) {}

  @Get(':file')
  @ApiOperation({
    summary:
      'A file of an issued bulletin: bulletin.en.html, bulletin.en.pdf, bulletin.ru.html, bulletin.ru.pdf or bulletin.json.',
  })
  @Allows('bulletin.read')
  async read(@Param() params: Record<string, string>, @Res() response: Response): Promise<void> {
    const { file: name = '' } = params;
    const kind = kindOfFile(name);
    if (!kind) throw new ProblemError(404, 'bulletin-file-unknown', { file: name, known: FILE_NAMES });
    const record = await this.findBulletin.issued(params);
    const file = await this.bulletins.file(record, kind.language, kind.format);
    if (!file) throw new Error(`The issued bulletin No. ${record.number} has no ${name}.`);
    response
      .set(headersOf({ ...record, ...kind }, file.bytes))
      .set('ETag', `"${file.sha256}"`)
      .send(file.bytes);
  }
}
