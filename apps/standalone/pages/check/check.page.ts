import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { SHA256_PATTERN } from '#libs/contracts/shapes.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { requireOwnForm } from '../own-form.js';
import { type Reader, readerOf } from '../reader.js';
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
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    send(await readerOf(request, this.runtime), response, 'fresh');
  }

  @Post()
  @HttpCode(200)
  async check(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireOwnForm(request);
    const reader = await readerOf(request, this.runtime);
    const form = await readMultipart(request, LIMIT);
    const [file, manifest] = await Promise.all([fileOf(form, 'file'), fileOf(form, 'manifest')]);
    const sha256 = file ? sha256Hex(file) : pastedHash(form.get('hash'));
    if (sha256 === undefined) {
      response.status(422);
      return send(reader, response, 'nothing');
    }
    const { files } = await reader.api.issuedFiles(sha256);
    send(reader, response, { sha256, files, ...(manifest && { manifestHash: sha256Hex(manifest) }) });
  }
}

/** As `sha256sum` prints it, also with the file's name behind it. */
function pastedHash(text: unknown): string | undefined {
  const [first = ''] = typeof text === 'string' ? text.trim().toLowerCase().split(/\s/) : [];
  return SHA256_PATTERN.test(first) ? first : undefined;
}

function send({ language, me }: Reader, response: Response, state: CheckState): void {
  const title = checkTitle(state, language);
  const content = checkView(state, language);
  sendPage(
    response,
    language,
    renderPage({ name: 'check', language, title, path: CHECK_PATH, reader: me.name, content }),
  );
}
