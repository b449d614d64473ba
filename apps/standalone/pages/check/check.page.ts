import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { SHA256_PATTERN } from '#libs/contracts/shapes.js';
import { ACTING_PARTY_HEADER } from '#libs/security/acting-party.js';
import { FIRST_PARTY } from '../acting-parties.js';
import { languageOf } from '../page-language.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { fileOf, readMultipart } from '../read-multipart.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { CHECK_PATH, type CheckState, checkTitle, checkView } from './check-view.js';

/** Bytes of the largest file that is taken: many times the largest bulletin. */
const LIMIT = 16 * 1024 * 1024;

/** `/check`: whether a file is one of an issued bulletin. Nothing is stored. */
@Controller('check')
export class CheckPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  show(@Req() request: Request, @Res() response: Response): void {
    send(request, response, 'fresh');
  }

  @Post()
  @HttpCode(200)
  async check(@Req() request: Request, @Res() response: Response): Promise<void> {
    const form = await readMultipart(request, LIMIT);
    const [file, manifest] = await Promise.all([fileOf(form, 'file'), fileOf(form, 'manifest')]);
    const sha256 = file ? sha256Hex(file) : pastedHash(form.get('hash'));
    if (sha256 === undefined) {
      response.status(422);
      return send(request, response, 'nothing');
    }
    const party = request.get(ACTING_PARTY_HEADER) ?? FIRST_PARTY;
    const { files } = await this.runtime.api().as(party, languageOf(request)).issuedFiles(sha256);
    send(request, response, { sha256, files, ...(manifest && { manifestHash: sha256Hex(manifest) }) });
  }
}

/** As `sha256sum` prints it, also with the file's name behind it. */
function pastedHash(text: unknown): string | undefined {
  const [first = ''] = typeof text === 'string' ? text.trim().toLowerCase().split(/\s/) : [];
  return SHA256_PATTERN.test(first) ? first : undefined;
}

function send(request: Request, response: Response, state: CheckState): void {
  const language = languageOf(request);
  const title = checkTitle(state, language);
  const content = checkView(state, language);
  sendPage(response, language, renderPage({ name: 'check', language, title, path: CHECK_PATH, content }));
}
