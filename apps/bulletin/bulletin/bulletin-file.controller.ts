import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { Discloses } from '#libs/audit/http/discloses.decorator.js';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { MarkOpened } from '../distribution/ledger/mark-opened.js';
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
    private readonly markOpened: MarkOpened,
  ) {}

  @Get(':file')
  @ApiOperation({
    summary:
      'A file of an issued bulletin: bulletin.en.html, bulletin.en.pdf, bulletin.ru.html, bulletin.ru.pdf or bulletin.json.',
  })
  @Allows('bulletin.read')
  @Discloses('export')
  async read(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { file: name = '' } = params;
    const kind = kindOfFile(name);
    if (!kind) throw new ProblemError(404, 'bulletin-file-unknown', { file: name, known: FILE_NAMES });
    const record = await this.findBulletin.issued(params);
    const file = await this.bulletins.file(record, kind.language, kind.format);
    if (!file) throw new Error(`The issued bulletin No. ${record.number} has no ${name}.`);
    if (request.method !== 'HEAD') await this.markOpened.run(record, party, clock.now());
    response
      .set(headersOf({ ...record, ...kind }, file.bytes))
      .set('ETag', `"${file.sha256}"`)
      .send(file.bytes);
  }
}
