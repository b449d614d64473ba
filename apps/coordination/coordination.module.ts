import { Module, type DynamicModule } from '@nestjs/common';
import { NominalKeys } from '#libs/nominal/nominal-keys.js';
import { fittingNominalKeys } from '#libs/nominal/fitting-nominal-keys.js';
import { runtimeProviders } from '#libs/service-host/runtime-providers.js';
import { type ServiceRuntime } from '#libs/service-host/service-definition.js';
import { BulletinTextController } from './bulletin-text/bulletin-text.controller.js';
import { BulletinTexts } from './bulletin-text/bulletin-texts.js';
import { DecideText } from './bulletin-text/decide-text.js';
import { NominalValueRepository } from './bulletin-text/nominal/nominal-value.repository.js';
import { TextDecisionRepository } from './bulletin-text/text-decision.repository.js';
import { CloseAutomatically } from './closing/close-automatically.job.js';
import { CloseOperationDay } from './closing/close-operation-day.js';
import { ClosingController } from './closing/closing.controller.js';
import { ClosingRepository } from './closing/closing.repository.js';
import { CountEdition } from './closing/count-edition.js';
import { FindEdition } from './closing/find-edition.js';
import { ReadClosingStatus } from './closing/read-closing-status.js';
import { RequestClosing } from './closing/request-closing.js';
import { RefuseNominalText } from './closing/refuse-nominal-text.js';
import { RequireTurn } from './closing/require-turn.js';
import { RevisionController } from './closing/revision.controller.js';
import { SealConsumer } from './closing/seal.consumer.js';
import { SealRepository } from './closing/seal.repository.js';
import { DailyReportConsumer } from './daily-report/daily-report.consumer.js';
import { DayKnowledgeRepository } from './daily-report/day-knowledge.repository.js';
import { GatherDay } from './daily-report/gather-day.js';
import { ReceivedReportRepository } from './daily-report/received-report.repository.js';
import { OpenTold } from './daily-report/open-told.js';
import { ReportEventRepository } from './daily-report/report-event.repository.js';
import { GraceController } from './grace/grace.controller.js';
import { GraceRepository } from './grace/grace.repository.js';
import { OperationDayController } from './operation-day/operation-day.controller.js';
import { FindOperation } from './operation-plan/find-operation.js';
import { ApprovePlan } from './operation-plan/approve-plan.js';
import { HeldPlanController } from './operation-plan/held-plan.controller.js';
import { HeldPlanRepository } from './operation-plan/held-plan.repository.js';
import { OperationPlanRepository } from './operation-plan/operation-plan.repository.js';
import { PublishPlan } from './operation-plan/publish-plan.js';
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
        RevisionController,
        GraceController,
        BulletinTextController,
        HeldPlanController,
        DailyReportConsumer,
        SealConsumer,
      ],
      providers: [
        ...runtimeProviders(runtime),
        { provide: NominalKeys, useFactory: () => fittingNominalKeys(runtime) },
        OperationPlanRepository,
        PublishOperationPlans,
        ApprovePlan,
        HeldPlanRepository,
        PublishPlan,
        FindOperation,
        ReportEventRepository,
        OpenTold,
        ReceivedReportRepository,
        DayKnowledgeRepository,
        GatherDay,
        GraceRepository,
        ClosingRepository,
        SealRepository,
        FindEdition,
        CountEdition,
        CloseOperationDay,
        RefuseNominalText,
        RequireTurn,
        RequestClosing,
        ReadClosingStatus,
        CloseAutomatically,
        NominalValueRepository,
        TextDecisionRepository,
        BulletinTexts,
        DecideText,
      ],
    };
  }
}
