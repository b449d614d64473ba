import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { isLanguage } from '#libs/localization/language.js';
import { parseActingParty } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { actingPartyCookie, isOwnForm } from '../http/acting-party-cookie.js';
import { readForm } from './read-form.js';

/** Choosing who one acts as, until accounts exist. */
@Controller('acting-party')
export class ActingPartyController {
  @Post()
  @HttpCode(303)
  async choose(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!isOwnForm(request.headers)) throw new ProblemError(403, 'not-allowed');
    const form = await readForm(request);
    const party = form.get('party') ?? '';
    if (!parseActingParty(party)) throw new ProblemError(400, 'request-invalid');
    const language = form.get('lang');
    response.setHeader('Set-Cookie', actingPartyCookie(party));
    response.redirect(303, isLanguage(language) ? `/?lang=${language}` : '/');
  }
}
