import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { boardView } from './board-view.js';
import { hasReports } from './coverage-view.js';
import { pageMessage } from './page-messages.js';
import { PAGES_RUNTIME, type PagesRuntime } from './pages-runtime.js';
import { readerOf } from './reader.js';
import { renderPage } from './render-page.js';
import { sendPage } from './send-page.js';
import { type DayCoverage } from './services-api.types.js';

/** `/operations/<code>`: which unit has reported on which day. */
@Controller('operations')
export class BoardPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get(':operation')
  async show(
    @Param('operation') operation: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { language, api, me } = await readerOf(request, this.runtime);
    const { plan } = await api.operation(operation);
    const [{ days }, { bulletins }] = await Promise.all([
      api.operationDays(plan.code),
      api.bulletins(plan.code),
    ]);
    const closed = new Set(bulletins.map(({ operationDay }) => operationDay));
    const title = pageMessage(language, 'board.title', { operation: plan.name[language] });
    const content = boardView(plan, untilNewest(days), closed, language);
    const path = `/operations/${plan.code}`;
    sendPage(
      response,
      language,
      renderPage({ name: 'board', language, title, path, reader: me.name, content }),
    );
  }
}

/** The days up to the newest with a report, wherever in the operation that is. */
function untilNewest(days: readonly DayCoverage[]): readonly DayCoverage[] {
  return days.slice(0, days.findLastIndex(hasReports) + 1);
}
