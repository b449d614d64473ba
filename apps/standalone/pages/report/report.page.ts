import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { fieldPlace } from '#apps/reporting/index.js';
import { type OperationPlan, type PlanUnit } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { ProblemError } from '#libs/web/problem.js';
import { isDemonstration } from '../demonstration.js';
import { requireOwnForm } from '../own-form.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { isAllowed, partyIn, type Reader, readerOf } from '../reader.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { type UnitDay } from '../services-api.js';
import { doneStep } from './done-step.js';
import { readReport } from './read-report.js';
import { readUpload, type Upload } from './read-upload.js';
import { type ReportInput } from './report-input.js';
import { type SheetOutcome } from './report-api.types.js';
import { reportMessage } from './report-messages.js';
import { reportPath, reportTitle, reportView } from './report-view.js';
import { setRefusal } from './set-refusal.js';
import { takeStep } from './take-step.js';

/** What a request is about. */
interface Asked extends Reader {
  readonly request: Request;
  readonly response: Response;
  readonly party: ActingParty | undefined;
  readonly plan: OperationPlan;
  readonly unit: PlanUnit;
  readonly report: UnitDay;
}

/**
 * `/operations/<code>/units/<unit>/report`: the sheet of a day down and up, what was said of it, and for the contact
 * point its content and what can be done with it. All forms go to this address, so that it can always be loaded again.
 */
@Controller('operations/:operation/units/:unit/report')
export class ReportPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await show(await this.asked(request, response), doneStep(request.query));
  }

  /** A sheet to send or check, or a step: the page says what became of it. */
  @Post()
  @HttpCode(200)
  async send(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireOwnForm(request);
    if (request.query['do'] !== undefined) {
      await step(await this.asked(request, response));
      return;
    }
    const asked = await this.asked(request, response);
    await sheet(asked, await readUpload(request));
  }

  private async asked(request: Request, response: Response): Promise<Asked> {
    const { operation = '', unit: id = '' } = request.params as Record<string, string>;
    const reader = await readerOf(request, this.runtime);
    const { plan } = await reader.api.operation(operation);
    const unit = plan.units.find((known) => known.id === id);
    if (!unit) throw new ProblemError(404, 'unit-unknown', { unit: id, operation });
    const asked: unknown = request.query['day'];
    const day = isCalendarDay(asked) ? asked : plan.firstDay;
    const report = { operation: plan.code, unit: id, day };
    return { ...reader, request, response, party: partyIn(reader.me, plan.code), plan, unit, report };
  }
}

/** After a step the browser is sent to the page itself: loading it again does nothing anew. */
async function step(asked: Asked): Promise<void> {
  const { request, response, language, plan, unit, report } = asked;
  const outcome = await takeStep(request, { ...asked, query: request.query });
  if (outcome.kind !== 'done') return show(asked, outcome);
  const path = reportPath(plan.code, unit.id);
  const done = `done=${outcome.step}&revision=${outcome.revision}`;
  response.redirect(303, `${path}?lang=${language}&day=${report.day}&${done}`);
}

async function sheet(asked: Asked, { file, checkOnly, annotated }: Upload): Promise<void> {
  const { api, report, response, language } = asked;
  if (!file) return show(asked, refused(reportMessage(language, 'report.file.missing')));
  if (annotated) {
    const checked = await api.annotatedSheet(report, file);
    if (!Buffer.isBuffer(checked)) return show(asked, checked);
    response
      .attachment(`${report.unit}_checked.xlsx`)
      .type(XLSX_MEDIA)
      .set({ 'Cache-Control': 'no-store' })
      .send(checked);
    return;
  }
  const outcome = await api.sendSheet(report, file, checkOnly);
  if (outcome.kind === 'refused' || outcome.kind === 'done') return show(asked, outcome);
  const ofSheet = { ...report, day: outcome.operationDay };
  if (!checkOnly) return show({ ...asked, report: ofSheet }, outcome, report.day);
  const known = await api.dailyReport(ofSheet);
  const isKnown = known?.revisions.some(({ revision }) => revision === outcome.revision) ?? false;
  await show(asked, isKnown ? { ...outcome, kind: 'known' } : outcome);
}

async function show(asked: Asked, outcome?: SheetOutcome, pageDay?: string): Promise<void> {
  const { response, language, api, me, plan, unit, report } = asked;
  const input: ReportInput = {
    ...{ language, plan, unit, day: report.day, findPlace: fieldPlace },
    ...(outcome && { outcome }),
    ...(pageDay !== undefined && { pageDay }),
    ...(await readReport(api, report)),
    rights: rightsOf(asked),
    isDemonstration: isDemonstration(plan),
  };
  const path = `${reportPath(plan.code, unit.id)}?day=${report.day}`;
  const title = reportTitle(input);
  if (outcome?.kind === 'refused') setRefusal(response, outcome);
  const content = reportView(input);
  sendPage(
    response,
    language,
    renderPage({ name: 'report', language, title, path, reader: me.name, content }),
  );
}

function rightsOf({ party, unit: { id: unit, country } }: Asked): ReportInput['rights'] {
  return {
    forward: isAllowed(party, 'daily-report.forward', { unit, country }),
    answer: isAllowed(party, 'finding.answer', { unit, country }),
    close: isAllowed(party, 'finding.close', { unit, country }),
  };
}

const refused = (text: string): SheetOutcome => ({ kind: 'refused', text, places: [], total: 0 });
