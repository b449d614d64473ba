import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation } from '@nestjs/swagger';
import { type Response } from 'express';
import { ControlLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { Clock } from '#libs/observability/clock.js';
import { type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { partialBody } from '#libs/web/body/partial-body.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { DailyReportReceipt } from '../daily-report/daily-report.answers.dto.js';
import { wordedFindings } from '../daily-report/findings/worded-findings.js';
import { ReadDraftRequest } from './draft-request.js';
import { DraftAnswer, DraftDiscarded, DraftReceipt } from './draft.answers.dto.js';
import { type DraftContent, type DraftLineContent } from './draft.records.js';
import { DraftRepository } from './draft.repository.js';
import { versionOf } from './if-match.js';
import { LookAtDraft } from './look-at-draft.js';
import { refuseDraftDay, requireLineId, restOf } from './saved-parts.js';
import { SaveDraft, unknownDraft } from './save-draft.js';
import { SendDraft } from './send-draft.js';
import { SendDraftRequest } from './send-draft.dto.js';
import { draftAnswer } from './worded-draft.js';

const IfMatch = (): MethodDecorator =>
  ApiHeader({ name: 'if-match', description: 'Version that the client started from', required: false });
const PARTIAL = 'What is given must be well formed; what is missing may be.';

/** The draft of a unit and day: several officers enter lines, one sends. Also for a contact point that enters for a unit. */
@Controller('operations/:operation/units/:unit/drafts/:day')
export class DraftController {
  constructor(
    private readonly read: ReadDraftRequest,
    private readonly drafts: DraftRepository,
    private readonly look: LookAtDraft,
    private readonly save: SaveDraft,
    private readonly sending: SendDraft,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The draft as it would be sent now, with what is missing, what does not fit and what is odd.',
  })
  @Answers({ 200: 'The draft' }, DraftAnswer)
  @Allows('daily-report.draft')
  async draft(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftAnswer> {
    const { key, unit, sender } = await this.read.run(params, party, clock.now());
    const draft = await this.drafts.find(key);
    if (!draft) throw unknownDraft(key);
    response.setHeader('ETag', `"${draft.version}"`);
    return draftAnswer(draft, await this.look.run(draft, unit, sender), language);
  }

  @Put()
  @ApiOperation({ summary: 'Saves everything but the lines.' })
  @ApiBody({ type: DailyReportContent, description: PARTIAL })
  @IfMatch()
  @Answers({ 200: 'Saved' }, DraftReceipt)
  @Allows('daily-report.draft')
  async saveRest(
    @Param() params: Record<string, string>,
    @Body(partialBody(DailyReportContent)) body: DraftContent,
    @Headers('if-match') ifMatch: string | undefined,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<DraftReceipt> {
    const { key, plan, unit, change } = await this.read.run(params, party, clock.now());
    refuseDraftDay(plan, unit, key.operationDay, change.at, body.kind);
    return this.save.rest(key, restOf(body, key.operationDay), versionOf(ifMatch), change);
  }

  @Delete()
  @ApiOperation({ summary: 'Throws the draft away.' })
  @IfMatch()
  @Answers({ 200: 'Gone' }, DraftDiscarded)
  @Allows('daily-report.draft')
  async discard(
    @Param() params: Record<string, string>,
    @Headers('if-match') ifMatch: string | undefined,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<DraftDiscarded> {
    const { key } = await this.read.run(params, party, clock.now());
    await this.save.discard(key, versionOf(ifMatch));
    return key;
  }

  @Put('lines/:line')
  @ApiOperation({ summary: 'Enters or changes one line; its author is who entered it.' })
  @ApiBody({ type: ControlLine, description: PARTIAL })
  @IfMatch()
  @Answers({ 200: 'Saved' }, DraftReceipt)
  @Allows('daily-report.draft')
  async saveLine(
    @Param() params: Record<string, string>,
    @Body(partialBody(ControlLine)) body: DraftLineContent,
    @Headers('if-match') ifMatch: string | undefined,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<DraftReceipt> {
    const { key, plan, unit, change } = await this.read.run(params, party, clock.now());
    refuseDraftDay(plan, unit, key.operationDay, change.at, 'report');
    const line = requireLineId(body, params['line'] ?? '');
    return this.save.line(key, { ...line, author: party.person }, versionOf(ifMatch), change);
  }

  @Delete('lines/:line')
  @ApiOperation({ summary: 'Takes one line out.' })
  @Answers({ 200: 'Out, now or before' }, DraftReceipt)
  @Allows('daily-report.draft')
  async deleteLine(
    @Param() params: Record<string, string>,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<DraftReceipt> {
    const { key, change } = await this.read.run(params, party, clock.now());
    return this.save.deleteLine(key, params['line'] ?? '', change);
  }

  @Post('send')
  @ApiOperation({
    summary:
      'Sends the draft as the daily report, or as its next revision. 201 for a new revision, 200 for a repetition.',
  })
  @HttpCode(200)
  @IfMatch()
  @Answers({ 201: 'A new revision', 200: 'A repetition: nothing new was stored' }, DailyReportReceipt)
  @Allows('daily-report.submit')
  async send(
    @Param() params: Record<string, string>,
    @Body(validateBody(SendDraftRequest, { optional: true })) basis: SendDraftRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DailyReportReceipt> {
    const { key, unit, sender } = await this.read.run(params, party, clock.now());
    const { created, answer } = await this.sending.run(key, unit, basis, versionOf(ifMatch), sender);
    response.status(created ? 201 : 200);
    return { ...answer, findings: wordedFindings(answer.findings, language) };
  }
}
