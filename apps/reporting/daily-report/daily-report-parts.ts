import { type Provider, type Type } from '@nestjs/common';
import { ConsolidationRepository } from './life-cycle/consolidation.repository.js';
import { DailyReportController } from './submission/daily-report.controller.js';
import { DailyReportRepository } from './daily-report.repository.js';
import { FindReport } from './find-report.js';
import { ForwardDailyReport } from './life-cycle/forward-daily-report.js';
import { ForwardSilently } from './life-cycle/forward-silently.js';
import { ReportCircumstancesReader } from './findings/report-circumstances.js';
import { LifeCycle } from './life-cycle/life-cycle.js';
import { OperationDayClosedConsumer } from './life-cycle/operation-day-closed.consumer.js';
import { NamedWithheld } from './forwarded/named-withheld.js';
import { ReadDailyReport } from './reading/read-daily-report.js';
import { ReadingController } from './reading/reading.controller.js';
import { ReviseDailyReport } from './life-cycle/revise-daily-report.js';
import { RevisionStepsController } from './life-cycle/revision-steps.controller.js';
import { StateChangeRepository } from './life-cycle/state-change.repository.js';
import { ReportSeal } from '../nominal/report-seal.js';
import { ShareReport } from './forwarded/share-report.js';
import { SubmissionRepository } from './submission/submission.repository.js';
import { SubmitDailyReport } from './submission/submit-daily-report.js';
import { TellSubmission } from './submission/tell-submission.js';
import { ToldReport } from './forwarded/told-report.js';
import { WithheldElsewhereRepository } from './forwarded/withheld-elsewhere.repository.js';

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
  ConsolidationRepository,
  ReportCircumstancesReader,
  WithheldElsewhereRepository,
  NamedWithheld,
  ToldReport,
  ShareReport,
  ReportSeal,
  TellSubmission,
  SubmitDailyReport,
  ForwardDailyReport,
  ForwardSilently,
  ReviseDailyReport,
  FindReport,
  ReadDailyReport,
];
