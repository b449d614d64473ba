import { type Provider, type Type } from '@nestjs/common';
import { DailyReportController } from './daily-report.controller.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { FindReport } from './find-report.js';
import { ForwardDailyReport } from './forward-daily-report.js';
import { ForwardSilently } from './forward-silently.js';
import { ReportCircumstancesReader } from './findings/report-circumstances.js';
import { LifeCycle } from './life-cycle.js';
import { OperationDayClosedConsumer } from './operation-day-closed.consumer.js';
import { NamedWithheld } from './named-withheld.js';
import { ReadDailyReport } from './read-daily-report.js';
import { ReadingController } from './reading.controller.js';
import { ReviseDailyReport } from './revise-daily-report.js';
import { RevisionStepsController } from './revision-steps.controller.js';
import { StateChangeRepository } from './state-change.repository.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmitDailyReport } from './submit-daily-report.js';
import { TellSubmission } from './tell-submission.js';
import { ToldReport } from './told-report.js';
import { WithheldElsewhereRepository } from './withheld-elsewhere.repository.js';

/** Routes and consumers of the life of a report. */
export const DAILY_REPORT_CONTROLLERS: Type[] = [
  DailyReportController,
  RevisionStepsController,
  ReadingController,
  OperationDayClosedConsumer,
];

/** What they work with. */
export const DAILY_REPORT_PROVIDERS: Provider[] = [
  DailyReportRepository,
  SubmissionRepository,
  StateChangeRepository,
  LifeCycle,
  ReportCircumstancesReader,
  WithheldElsewhereRepository,
  NamedWithheld,
  ToldReport,
  TellSubmission,
  SubmitDailyReport,
  ForwardDailyReport,
  ForwardSilently,
  ReviseDailyReport,
  FindReport,
  ReadDailyReport,
];
