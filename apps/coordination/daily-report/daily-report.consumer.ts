import { Controller } from '@nestjs/common';
import {
  type DailyReportForwarded,
  type DailyReportReturned,
  type DailyReportSubmitted,
} from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { EVENTS } from '#libs/contracts/topics.js';
import { OnEvent } from '#libs/messaging/on-event.js';
import { type EventContext, type ReceivedEvent } from '#libs/messaging/received-event.js';
import { NominalValueRepository } from '../bulletin-text/nominal/nominal-value.repository.js';
import { nominalValues } from '../bulletin-text/nominal/nominal-values.domain.js';
import { tallyReport } from '../consolidation/report-tally.domain.js';
import { ReceivedReportRepository } from './received-report.repository.js';

/** Keeps what reporting tells of daily reports; a forwarded revision is tallied at once. */
@Controller()
export class DailyReportConsumer {
  constructor(
    private readonly reports: ReceivedReportRepository,
    private readonly nominal: NominalValueRepository,
  ) {}

  @OnEvent(EVENTS.dailyReportSubmitted)
  async keepSubmitted(event: ReceivedEvent<DailyReportSubmitted>, context: EventContext): Promise<void> {
    await this.reports.keepState(
      context.manager,
      event.data,
      'submitted',
      event.sequence,
      event.data.submittedAt,
    );
  }

  @OnEvent(EVENTS.dailyReportReturned)
  async keepReturned(event: ReceivedEvent<DailyReportReturned>, context: EventContext): Promise<void> {
    await this.reports.keepState(
      context.manager,
      event.data,
      'returned',
      event.sequence,
      event.data.returnedAt,
    );
  }

  @OnEvent(EVENTS.dailyReportForwarded)
  async keepForwarded(event: ReceivedEvent<DailyReportForwarded>, context: EventContext): Promise<void> {
    const tally = tallyReport(event.data.content, event.data.findings, event.data);
    await this.reports.keepForwarded(context.manager, event.data, event.sequence, tally);
    await this.nominal.keep(context.manager, event.data, nominalValues(event.data.content));
  }
}
