import { Module, type DynamicModule } from '@nestjs/common';
import { runtimeProviders } from '#libs/service-host/runtime-providers.js';
import { type ServiceRuntime } from '#libs/service-host/service-definition.js';
import { DailyReportController } from './daily-report/daily-report.controller.js';
import { DailyReportRepository } from './daily-report/daily-report.repository.js';
import { ForwardDailyReport } from './daily-report/forward-daily-report.js';
import { ReturnDailyReport } from './daily-report/return-daily-report.js';
import { SubmissionRepository } from './daily-report/submission.repository.js';
import { SubmitDailyReport } from './daily-report/submit-daily-report.js';
import { FindUnit } from './operation-plan/find-unit.js';
import { OperationPlanConsumer } from './operation-plan/operation-plan.consumer.js';
import { OperationPlanRepository } from './operation-plan/operation-plan.repository.js';
import { OperationDaySealingConsumer } from './sealing/operation-day-sealing.consumer.js';

/** Port Control Units and contact points: intake, checks, return and forwarding of daily reports. */
@Module({})
export class ReportingModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: ReportingModule,
      controllers: [DailyReportController, OperationPlanConsumer, OperationDaySealingConsumer],
      providers: [
        ...runtimeProviders(runtime),
        OperationPlanRepository,
        FindUnit,
        DailyReportRepository,
        SubmissionRepository,
        SubmitDailyReport,
        ForwardDailyReport,
        ReturnDailyReport,
      ],
    };
  }
}
