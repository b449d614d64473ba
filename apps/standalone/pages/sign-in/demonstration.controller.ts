import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { sessionCookie } from '#libs/security/session/session-cookie.js';
import { sessionTransport } from '#libs/web/access/own-origin.js';
import { ProblemError } from '#libs/web/problem.js';
import { requireSafeForm } from '../own-form.js';
import { languageOf } from '../page-language.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { readForm } from '../read-form.js';
import { returnPath } from './return-path.js';

/** `/demonstration`: signs in to a demonstration account with one click; unknown where there are none. */
@Controller('demonstration')
export class DemonstrationController {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Post()
  @HttpCode(303)
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    const demonstration = this.runtime.demonstration();
    if (!demonstration) throw new ProblemError(404, 'not-found');
    requireSafeForm(request);
    const form = await readForm(request);
    const token = await demonstration.signIn(form.get('name') ?? '', request.get('user-agent') ?? '');
    const transport = sessionTransport(request.headers);
    if (token === undefined || !transport) throw new ProblemError(404, 'not-found');
    response.setHeader('Set-Cookie', sessionCookie(token, transport));
    const to = returnPath(form.get('to'));
    response.redirect(303, to === '/' ? `/?lang=${languageOf(request)}` : to);
  }
}
