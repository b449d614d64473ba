import { Module, type DynamicModule } from '@nestjs/common';
import { runtimeProviders } from '#libs/service-host/runtime-providers.js';
import { type ServiceRuntime } from '#libs/service-host/service-definition.js';
import { BulletinTextController } from './bulletin-text/bulletin-text.controller.js';
import { BulletinTexts } from './bulletin-text/bulletin-texts.js';
import { DecideText } from './bulletin-text/decide-text.js';
import { NominalValueRepository } from './bulletin-text/nominal/nominal-value.repository.js';
import { TextDecisionRepository } from './bulletin-text/text-decision.repository.js';
import { CloseOperationDay } from './closing/close-operation-day.js';
import { ClosingController } from './closing/closing.controller.js';
import { ClosingRepository } from './closing/closing.repository.js';
import { RequestClosing } from './closing/request-closing.js';
import { SealConsumer } from './closing/seal.consumer.js';
import { DailyReportConsumer } from './daily-report/daily-report.consumer.js';
import { ReceivedReportRepository } from './daily-report/received-report.repository.js';
import { OperationDayController } from './operation-day/operation-day.controller.js';
import { FindOperation } from './operation-plan/find-operation.js';
import { OperationPlanRepository } from './operation-plan/operation-plan.repository.js';
import { PublishOperationPlans } from './operation-plan/publish-operation-plans.js';

/** The Operation Coordination Unit: operations, consolidated days, closing. */
@Module({})
export class CoordinationModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: CoordinationModule,
      controllers: [
        OperationDayController,
        ClosingController,
        BulletinTextController,
        DailyReportConsumer,
        SealConsumer,
      ],
      providers: [
        ...runtimeProviders(runtime),
        OperationPlanRepository,
        PublishOperationPlans,
        FindOperation,
        ReceivedReportRepository,
        ClosingRepository,
        CloseOperationDay,
        RequestClosing,
        NominalValueRepository,
        TextDecisionRepository,
        BulletinTexts,
        DecideText,
      ],
    };
  }
}
