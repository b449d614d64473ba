import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { daysFromTo } from '#libs/reference/operation-day.js';
import { ACTING_PARTY_HEADER } from '#libs/security/acting-party.js';
import { FIRST_PARTY } from './acting-parties.js';
import { boardView } from './board-view.js';
import { hasReports } from './coverage-view.js';
import { languageOf } from './page-language.js';
import { pageMessage } from './page-messages.js';
import { PAGES_RUNTIME, type PagesRuntime } from './pages-runtime.js';
import { readDays } from './read-days.js';
import { renderPage } from './render-page.js';
import { sendPage } from './send-page.js';
import { type PartyApi } from './services-api.js';
import { type OperationDayAnswer } from './services-api.types.js';

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
    const language = languageOf(request);
    const api = this.runtime.api().as(request.get(ACTING_PARTY_HEADER) ?? FIRST_PARTY, language);
    const { plan } = await api.operation(operation);
    const days = await readUntilNewest(api, plan);
    const title = pageMessage(language, 'board.title', { operation: plan.name[language] });
    const content = boardView(plan, days, language);
    const path = `/operations/${plan.code}`;
    sendPage(response, language, renderPage({ name: 'board', language, title, path, content }));
  }
}

/** The days up to the newest with a report, wherever in the operation that is. */
async function readUntilNewest(api: PartyApi, plan: OperationPlan): Promise<OperationDayAnswer[]> {
  const read = await readDays(api, plan.code, daysFromTo(plan.firstDay, plan.lastDay));
  return read.slice(0, read.findLastIndex(hasReports) + 1);
}
