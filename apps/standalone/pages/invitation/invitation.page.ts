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
import {
  INVITATION_PATH,
  type InvitationState,
  invitationTitle,
  invitationView,
  type OpenInvitation,
} from './invitation-view.js';

/** Bytes of the form: the longest password, percent-encoded, and the rest. */
const LIMIT = 8 * 1024;

/** `/invitation`: the token is pasted, because addresses are written into logs; then authenticator and password are set. */
@Controller('invitation')
export class InvitationPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  show(@Req() request: Request, @Res() response: Response): void {
    send(request, response, { step: 'token' });
  }

  @Post()
  @HttpCode(200)
  async step(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSafeForm(request);
    const form = await readForm(request, LIMIT);
    const token = form.get('token')?.trim() ?? '';
    const identity = new IdentityApi(this.runtime.api(), senderHeaders(request), languageOf(request));
    const look = await identity.post<OpenInvitation>('invitations/look', { token });
    if (!look.isDone) return send(request, response, { step: 'token' }, look.refusal);
    const open = { step: 'accept', token, invitation: look.body } as const;
    if (!form.has('password')) return send(request, response, open);
    const acceptance = { token, password: form.get('password') ?? '', code: form.get('code') ?? '' };
    const done = await identity.post<{ recoveryCodes: string[] }>('invitations/accept', acceptance);
    if (!done.isDone) return send(request, response, open, done.refusal);
    send(request, response, { step: 'done', recoveryCodes: done.body.recoveryCodes });
  }
}

function send(request: Request, response: Response, state: InvitationState, refusal?: Refusal): void {
  const language = languageOf(request);
  if (refusal) response.status(refusal.status);
  const title = invitationTitle(state, language, refusal);
  const content = invitationView(state, language, refusal);
  const page = { name: 'invitation' as const, language, title, path: INVITATION_PATH, content };
  sendPage(response, language, renderPage(page));
}
