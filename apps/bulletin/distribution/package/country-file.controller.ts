import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { Discloses } from '#libs/audit/http/discloses.decorator.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { type Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { downloadStem, headersOf, plainHeaders } from '../../bulletin/file-headers.js';
import { FindBulletin } from '../../bulletin/find-bulletin.js';
import { MarkOpened } from '../ledger/mark-opened.js';
import { CoverSheets } from './cover-sheets.js';
import { SealedPackage } from './sealed-package.js';

const KNOWN = 'cover-sheet.en.html, cover-sheet.en.pdf, cover-sheet.ru.html, cover-sheet.ru.pdf, package.zip';

/** What is made for one country: its cover sheet and its sealed package. Of a draft, the cover sheet for the OCU. */
@Controller(
  'operations/:operation/bulletins/:number/revisions/:revision/distribution/countries/:country/files',
)
export class CountryFileController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly coverSheets: CoverSheets,
    private readonly sealedPackage: SealedPackage,
    private readonly markOpened: MarkOpened,
  ) {}

  @Get(':file')
  @ApiOperation({ summary: `A file for one country: ${KNOWN}.` })
  @Allows('distribution.read')
  @Discloses('export')
  async read(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { file = '', country = '' } = params;
    const bulletin = await this.findBulletin.visible(params, party);
    const made = await this.make(bulletin, country, file);
    if (request.method !== 'HEAD') await this.markOpened.run(bulletin, party, clock.now());
    response.set(made.headers).send(made.bytes);
  }

  private async make(
    bulletin: BulletinRecord,
    country: string,
    file: string,
  ): Promise<{ readonly headers: Record<string, string>; readonly bytes: Buffer }> {
    const stem = `${downloadStem(bulletin)}-${country}`;
    if (file === 'package.zip') {
      // Of a draft there is nothing to be carried.
      await this.findBulletin.issued(stringsOf(bulletin));
      const bytes = await this.sealedPackage.make(bulletin, country);
      const headers = plainHeaders('application/zip', `${stem}.zip`);
      const disposition = `attachment; filename="${stem}.zip"`;
      return { headers: { ...headers, 'Content-Disposition': disposition }, bytes };
    }
    const [, of, format] = /^cover-sheet\.(en|ru)\.(html|pdf)$/.exec(file) ?? [];
    const language = LANGUAGES.find((known) => known === of);
    if (!language || (format !== 'html' && format !== 'pdf'))
      throw new ProblemError(404, 'cover-sheet-unknown', { file, known: KNOWN });
    const bytes = await this.coverSheet(bulletin, country, language, format);
    const name = `${stem}.cover-sheet.${file.slice('cover-sheet.'.length)}`;
    const headers = headersOf({ ...bulletin, language, format }, bytes);
    return { headers: { ...headers, 'Content-Disposition': `inline; filename="${name}"` }, bytes };
  }

  private async coverSheet(
    bulletin: BulletinRecord,
    country: string,
    language: (typeof LANGUAGES)[number],
    format: 'html' | 'pdf',
  ): Promise<Buffer> {
    if (format === 'html') return this.coverSheets.page(bulletin, country, language);
    const [pdf] = await this.coverSheets.pdfs(bulletin, country, [language]);
    return pdf ?? Buffer.alloc(0);
  }
}

const stringsOf = ({ operation, number, revision }: BulletinRecord): Record<string, string> => ({
  operation,
  number: String(number),
  revision: String(revision),
});
