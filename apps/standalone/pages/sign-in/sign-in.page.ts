import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { IdentityApi } from '../identity-api.js';
import { requireSafeForm } from '../own-form.js';
import { languageOf } from '../page-language.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { readForm } from '../read-form.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { senderHeaders } from '../sender-headers.js';
import { type Refusal } from '../service-refusal.js';
import { returnPath } from './return-path.js';
import { signInHref, type SignInInput, signInTitle, signInView } from './sign-in-view.js';

/** Bytes of the form: the longest password, percent-encoded, and the rest. */
const LIMIT = 8 * 1024;

/** What the page shows beside what it finds out by itself. */
type Shown = Pick<SignInInput, 'to'> &
  Partial<Pick<SignInInput, 'challenge' | 'name' | 'notice' | 'refusal'>>;

/** `/sign-in`: name and password, then the second factor. */
@Controller('sign-in')
export class SignInPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { to, ended, out } = request.query;
    const notice = ended === '1' ? 'ended' : out === '1' ? 'signed_out' : undefined;
    await this.send(request, response, { to: returnPath(to), ...(notice && { notice }) });
  }

  @Post()
  @HttpCode(200)
  async step(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSafeForm(request);
    const form = await readForm(request, LIMIT);
    if (form.has('challenge')) await this.second(request, response, form);
    else await this.first(request, response, form);
  }

  private async first(request: Request, response: Response, form: URLSearchParams): Promise<void> {
    const to = returnPath(form.get('to'));
    const [name, password] = [form.get('name') ?? '', form.get('password') ?? ''];
    const answer = await this.identity(request).post<{ challenge: string }>('sign-in', { name, password });
    if (answer.isDone) await this.send(request, response, { to, challenge: answer.body.challenge });
    else await this.send(request, response, { to, name, refusal: answer.refusal });
  }

  private async second(request: Request, response: Response, form: URLSearchParams): Promise<void> {
    const to = returnPath(form.get('to'));
    const challenge = form.get('challenge') ?? '';
    const [code, recoveryCode] = [form.get('code')?.trim() ?? '', form.get('recoveryCode')?.trim() ?? ''];
    const shown = recoveryCode === '' ? { code } : { recoveryCode };
    const answer = await this.identity(request).post('sign-in/second-factor', { challenge, ...shown });
    if (answer.isDone) {
      response.setHeader('Set-Cookie', [...answer.cookies]);
      return response.redirect(303, to === '/' ? `/?lang=${languageOf(request)}` : to);
    }
    const { refusal } = answer;
    await this.send(request, response, { to, refusal, ...(mayTryAgain(refusal) && { challenge }) });
  }

  private identity(request: Request): IdentityApi {
    return new IdentityApi(this.runtime.api(), senderHeaders(request), languageOf(request));
  }

  private async send(request: Request, response: Response, shown: Shown): Promise<void> {
    const language = languageOf(request);
    const demonstration = (await this.runtime.demonstration()?.all()) ?? [];
    const input: SignInInput = { ...shown, language, demonstration, countries: this.runtime.countries };
    if (shown.refusal) response.status(shown.refusal.status);
    const page = { name: 'sign-in' as const, language, title: signInTitle(input) };
    const path = signInHref(language, shown.to)
      .replace(`lang=${language}`, '')
      .replace('?&', '?')
      .replace(/\?$/, '');
    sendPage(response, language, renderPage({ ...page, path, content: signInView(input) }));
  }
}

/** Of an expired step nothing is left; a wrong code can be typed again. */
const mayTryAgain = ({ code }: Refusal): boolean => code !== 'sign-in-expired';
