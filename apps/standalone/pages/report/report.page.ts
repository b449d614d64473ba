import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { ACTING_PARTY_HEADER } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import { isOwnForm } from '../../http/acting-party-cookie.js';
import { FIRST_PARTY } from '../acting-parties.js';
import { languageOf } from '../page-language.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { isAllowed } from '../read-home.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { type PartyApi } from '../services-api.js';
import { type SheetOutcome } from './report-api.types.js';
import { reportMessage } from './report-messages.js';
import { reportPath, reportTitle, reportView } from './report-view.js';
import { readUpload } from './read-upload.js';
import { setRefusal } from './set-refusal.js';

/** What a request is about. */
interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly api: PartyApi;
  readonly party: string;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
  readonly day: string;
}

/** `/operations/<code>/units/<unit>/report`: the sheet of a day down and up, and forwarding for the contact point. */
@Controller('operations/:operation/units/:unit/report')
export class ReportPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await show(await this.asked(request, response));
  }

  /** Sends or only checks the sheet; the page says what became of it. */
  @Post()
  @HttpCode(200)
  async send(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!isOwnForm(request.headers)) throw new ProblemError(403, 'not-allowed');
    const { file, checkOnly } = await readUpload(request);
    const asked = await this.asked(request, response);
    const { api, plan, unit, day } = asked;
    const outcome = file
      ? await api.sendSheet({ operation: plan.code, unit: unit.id, day }, file, checkOnly)
      : refused(reportMessage(languageOf(request), 'report.file.missing'));
    await show('operationDay' in outcome ? { ...asked, day: outcome.operationDay } : asked, outcome);
  }

  @Post('forward')
  @HttpCode(200)
  async forward(
    @Req() request: Request,
    @Res() response: Response,
    @Query('revision') revision: string,
  ): Promise<void> {
    if (!isOwnForm(request.headers)) throw new ProblemError(403, 'not-allowed');
    if (!/^[1-9]\d{0,5}$/.test(revision)) throw new ProblemError(400, 'request-invalid');
    const asked = await this.asked(request, response);
    const { api, plan, unit, day } = asked;
    await show(asked, await api.forward({ operation: plan.code, unit: unit.id, day }, Number(revision)));
  }

  private async asked(request: Request, response: Response): Promise<Asked> {
    const { operation = '', unit: id = '' } = request.params as Record<string, string>;
    const party = request.get(ACTING_PARTY_HEADER) ?? FIRST_PARTY;
    const api = this.runtime.api().as(party, languageOf(request));
    const { plan } = await api.operation(operation);
    const unit = plan.units.find((known) => known.id === id);
    if (!unit) throw new ProblemError(404, 'unit-unknown', { unit: id, operation });
    const day: unknown = request.query['day'];
    return { request, response, api, party, plan, unit, day: isCalendarDay(day) ? day : plan.firstDay };
  }
}

async function show(
  { request, response, api, party, plan, unit, day }: Asked,
  outcome?: SheetOutcome,
): Promise<void> {
  const language = languageOf(request);
  const input = {
    ...{ language, plan, unit, day, ...(outcome && { outcome }) },
    history: await api.dailyReport({ operation: plan.code, unit: unit.id, day }),
    mayForward: isAllowed(party, 'daily-report.forward', { unit: unit.id, country: unit.country }),
  };
  const path = `${reportPath(plan.code, unit.id)}?day=${day}`;
  const title = reportTitle(input);
  if (outcome?.kind === 'refused') setRefusal(response, outcome);
  sendPage(
    response,
    language,
    renderPage({ name: 'report', language, title, path, content: reportView(input) }),
  );
}

const refused = (text: string): SheetOutcome => ({ kind: 'refused', text, places: [], total: 0 });
