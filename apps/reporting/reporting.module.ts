import { Module, type DynamicModule } from '@nestjs/common';
import { NominalKeys } from '#libs/nominal/nominal-keys.js';
import { fittingNominalKeys } from '#libs/nominal/fitting-nominal-keys.js';
import { runtimeProviders } from '#libs/service-host/runtime-providers.js';
import { type ServiceRuntime } from '#libs/service-host/service-definition.js';
import { DAILY_REPORT_CONTROLLERS, DAILY_REPORT_PROVIDERS } from './daily-report/daily-report-parts.js';
import {
  CONTACT_POINT_CONTROLLERS,
  CONTACT_POINT_PROVIDERS,
} from './contact-point/contact-point-providers.js';
import { DraftController } from './draft/draft.controller.js';
import { DRAFT_PROVIDERS } from './draft/draft-providers.js';
import { FINDING_CONTROLLERS, FINDING_PROVIDERS } from './finding/finding-parts.js';
import { FindCountry } from './operation-plan/find-country.js';
import { FindUnit } from './operation-plan/find-unit.js';
import { OperationPlanConsumer } from './operation-plan/operation-plan.consumer.js';
import { OperationPlanRepository } from './operation-plan/operation-plan.repository.js';
import { OperationDaySealingConsumer } from './sealing/operation-day-sealing.consumer.js';
import { REMINDER_CONTROLLERS, REMINDER_PROVIDERS } from './reminders/reminder-parts.js';
import { SHEET_CONTROLLERS, SHEET_PROVIDERS } from './sheet/sheet-parts.js';

/** Port Control Units and contact points: intake, checks, return and forwarding of daily reports. */
@Module({})
export class ReportingModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: ReportingModule,
      controllers: [
        ...DAILY_REPORT_CONTROLLERS,
        ...FINDING_CONTROLLERS,
        DraftController,
        ...CONTACT_POINT_CONTROLLERS,
        ...REMINDER_CONTROLLERS,
        ...SHEET_CONTROLLERS,
        OperationPlanConsumer,
        OperationDaySealingConsumer,
      ],
      providers: [
        ...runtimeProviders(runtime),
        { provide: NominalKeys, useFactory: () => fittingNominalKeys(runtime) },
        OperationPlanRepository,
        FindUnit,
        FindCountry,
        ...DAILY_REPORT_PROVIDERS,
        ...FINDING_PROVIDERS,
        ...DRAFT_PROVIDERS,
        ...CONTACT_POINT_PROVIDERS,
        ...REMINDER_PROVIDERS,
        ...SHEET_PROVIDERS,
      ],
    };
  }
}
