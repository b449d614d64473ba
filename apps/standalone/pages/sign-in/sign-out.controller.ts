import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { IdentityApi } from '../identity-api.js';
import { requireSafeForm } from '../own-form.js';
import { languageOf } from '../page-language.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { senderHeaders } from '../sender-headers.js';
import { ServiceRefusal } from '../service-refusal.js';
import { SIGN_IN_PATH } from './return-path.js';

/** `/sign-out`: ends the session. */
@Controller('sign-out')
export class SignOutController {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Post()
  @HttpCode(303)
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSafeForm(request);
    const language = languageOf(request);
    const identity = new IdentityApi(this.runtime.api(), senderHeaders(request), language);
    const answer = await identity.post('sign-out', {});
    if (!answer.isDone) throw new ServiceRefusal(answer.refusal);
    response.setHeader('Set-Cookie', [...answer.cookies]);
    response.redirect(303, `${SIGN_IN_PATH}?lang=${language}&out=1`);
  }
}
