import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { ProblemError } from '#libs/web/problem.js';
import { IdentityApi, type IdentityAnswer } from '../identity-api.js';
import { requireSafeForm } from '../own-form.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { readForm } from '../read-form.js';
import { type Reader, readerOf } from '../reader.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { senderHeaders } from '../sender-headers.js';
import { ServiceRefusal } from '../service-refusal.js';
import { type MySession } from '../services-api.types.js';
import {
  ACCOUNT_PATH,
  type AccountInput,
  accountTitle,
  accountView,
  DONE,
  type Done,
} from './account-view.js';

/** Bytes of the form: two passwords, percent-encoded, and the rest. */
const LIMIT = 16 * 1024;

/** What the page shows beside the account itself. */
type Shown = Pick<AccountInput, 'done' | 'refusal' | 'recoveryCodes'>;

/** A request of whoever has signed in. */
interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly reader: Reader;
  readonly identity: IdentityApi;
}

/** `/account`: the own sessions, password and recovery codes. */
@Controller('account')
export class AccountPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const done = DONE.find((known) => known === request.query['done']);
    await this.send(await this.asked(request, response), done ? { done } : {});
  }

  @Post()
  @HttpCode(200)
  async change(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSafeForm(request);
    const asked = await this.asked(request, response);
    const form = await readForm(request, LIMIT);
    const { identity } = asked;
    const field = (name: string): string => form.get(name) ?? '';
    switch (field('do')) {
      case 'end-session':
        return this.after(
          asked,
          'session',
          identity.delete(`me/sessions/${encodeURIComponent(field('session'))}`),
        );
      case 'end-others':
        return this.after(asked, 'others', identity.delete('me/sessions'));
      case 'password': {
        const passwords = { password: field('password'), newPassword: field('newPassword') };
        return this.after(asked, 'password', identity.post('me/password', passwords));
      }
      case 'recovery-codes':
        return this.renew(asked, field('code').trim());
      default:
        throw new ProblemError(400, 'request-invalid');
    }
  }

  /** The browser is sent to the page itself: loading it again does nothing anew. */
  private async after(asked: Asked, done: Done, answer: Promise<IdentityAnswer<unknown>>): Promise<void> {
    const outcome = await answer;
    if (!outcome.isDone) return this.send(asked, { refusal: outcome.refusal });
    asked.response.redirect(303, `${ACCOUNT_PATH}?lang=${asked.reader.language}&done=${done}`);
  }

  private async renew(asked: Asked, code: string): Promise<void> {
    const answer = await asked.identity.post<{ recoveryCodes: string[] }>('me/recovery-codes', { code });
    await this.send(
      asked,
      answer.isDone ? { recoveryCodes: answer.body.recoveryCodes } : { refusal: answer.refusal },
    );
  }

  private async asked(request: Request, response: Response): Promise<Asked> {
    const reader = await readerOf(request, this.runtime);
    const identity = new IdentityApi(this.runtime.api(), senderHeaders(request), reader.language);
    return { request, response, reader, identity };
  }

  private async send({ response, reader, identity }: Asked, shown: Shown): Promise<void> {
    const { language, me } = reader;
    const listed = await identity.get<{ sessions: MySession[] }>('me/sessions');
    if (!listed.isDone) throw new ServiceRefusal(listed.refusal);
    const input: AccountInput = {
      ...{ ...shown, language, me, sessions: listed.body.sessions },
      countries: this.runtime.countries,
    };
    if (shown.refusal) response.status(shown.refusal.status);
    const page = { name: 'account' as const, language, title: accountTitle(input), path: ACCOUNT_PATH };
    sendPage(response, language, renderPage({ ...page, reader: me.name, content: accountView(input) }));
  }
}
