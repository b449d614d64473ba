import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type AuditPage as AuditAnswer } from '#libs/audit/reading/audit-page.dto.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { readerOf } from '../reader.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { senderHeaders } from '../sender-headers.js';
import { readRefusal, ServiceRefusal } from '../service-refusal.js';
import { auditMessage } from './audit-messages.js';
import { auditView, readAuditForm } from './audit-view.js';

/** `/operations/<code>/audit`: what was done, read and refused in an operation, for its administrator. */
@Controller('operations/:operation/audit')
export class AuditPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  async show(
    @Param('operation') operation: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { language, me } = await readerOf(request, this.runtime);
    const form = readAuditForm(query);
    const { before } = query;
    const asked = new URLSearchParams({ ...form.filter, before: typeof before === 'string' ? before : '' });
    const answer = await this.runtime.api().ask({
      ...{ method: 'GET', sender: senderHeaders(request), language },
      path: `/api/${form.service}/operations/${encodeURIComponent(operation)}/audit?${asked.toString()}`,
    });
    if (!answer.ok) throw new ServiceRefusal(await readRefusal(answer));
    const path = `/operations/${encodeURIComponent(operation)}/audit`;
    const title = auditMessage(language, 'title', { operation });
    const content = auditView((await answer.json()) as AuditAnswer, form, path, title, language);
    const address = request.originalUrl.replace(/([?&])lang=[a-z]*&?/, '$1').replace(/[?&]$/, '');
    sendPage(
      response,
      language,
      renderPage({ name: 'audit', language, title, path: address, reader: me.name, content }),
    );
  }
}
