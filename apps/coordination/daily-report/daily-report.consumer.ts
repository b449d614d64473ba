import { Controller } from '@nestjs/common';
import {
  type DailyReportForwarded,
  type DailyReportHeld,
  type DailyReportQueried,
  type DailyReportQueryAnswered,
  type DailyReportRef,
  type DailyReportReturned,
  type DailyReportSubmitted,
  type DailyReportWithdrawn,
  type NationalDaySigned,
} from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { NominalValueRepository } from '../bulletin-text/nominal/nominal-value.repository.js';
import { nominalValues } from '#libs/nominal/text/nominal-values.domain.js';
import { tallyReport } from '../consolidation/report-tally.domain.js';
import { OpenTold } from './open-told.js';
import { ReportEventRepository, type ReportedState } from './report-event.repository.js';

/** Keeps what reporting tells of daily reports; a forwarded revision is tallied at once. */
@Controller()
export class DailyReportConsumer {
  constructor(
    private readonly reports: ReportEventRepository,
    private readonly nominal: NominalValueRepository,
    private readonly told: OpenTold,
  ) {}

  @OnEvent(EVENTS.dailyReportSubmitted)
  async keepSubmitted(event: ReceivedEvent<DailyReportSubmitted>, context: EventContext): Promise<void> {
    await this.keep(event, context, 'submitted', event.data.submittedAt);
  }

  @OnEvent(EVENTS.dailyReportReturned)
  async keepReturned(event: ReceivedEvent<DailyReportReturned>, context: EventContext): Promise<void> {
    await this.keep(event, context, 'returned', event.data.returnedAt);
  }

  @OnEvent(EVENTS.dailyReportHeld)
  async keepHeld(event: ReceivedEvent<DailyReportHeld>, context: EventContext): Promise<void> {
    await this.keep(event, context, 'held', event.data.heldAt);
  }

  @OnEvent(EVENTS.dailyReportWithdrawn)
  async keepWithdrawn(event: ReceivedEvent<DailyReportWithdrawn>, context: EventContext): Promise<void> {
    await this.keep(event, context, 'withdrawn', event.data.withdrawnAt);
  }

  @OnEvent(EVENTS.dailyReportQueried)
  async keepQueried(event: ReceivedEvent<DailyReportQueried>, context: EventContext): Promise<void> {
    await this.keep(event, context, 'queried', event.data.queriedAt);
  }

  @OnEvent(EVENTS.dailyReportQueryAnswered)
  async keepQueryAnswered(
    event: ReceivedEvent<DailyReportQueryAnswered>,
    context: EventContext,
  ): Promise<void> {
    await this.keep(event, context, 'query_answered', event.data.answeredAt);
  }

  @OnEvent(EVENTS.dailyReportForwarded)
  async keepForwarded(event: ReceivedEvent<DailyReportForwarded>, context: EventContext): Promise<void> {
    const { manager } = context;
    const tally = tallyReport(event.data.content, event.data.findings, event.data);
    await this.reports.keepForwarded(manager, event.data, event.sequence, tally);
    const content = await this.told.open(manager, event.data);
    await this.nominal.keep(manager, event.data, nominalValues(content));
  }

  @OnEvent(EVENTS.nationalDaySigned)
  async keepSigned(event: ReceivedEvent<NationalDaySigned>, context: EventContext): Promise<void> {
    await this.reports.keepSigned(context.manager, event.data);
  }

  private async keep(
    { data, sequence }: ReceivedEvent<DailyReportRef>,
    { manager }: EventContext,
    state: ReportedState,
    at: string,
  ): Promise<void> {
    await this.reports.keepState(manager, data, state, sequence, at);
  }
}
