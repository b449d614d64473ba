import { Controller, Get, Inject, Param } from '@nestjs/common';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { Clock } from '#libs/observability/clock.js';
import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { cutOffOf } from '#libs/reference/operation-day.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { RequestClock } from '#libs/web/access/caller.decorators.js';
import { ClosingRepository } from '../closing/closing.repository.js';
import { consolidateDay, type ConsolidatedDay } from '../consolidation/consolidate-day.domain.js';
import { listedChemicals } from '../consolidation/listed-chemicals.js';
import { ReceivedReportRepository } from '../daily-report/received-report.repository.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { OperationPlanRepository } from '../operation-plan/operation-plan.repository.js';

/** An operation day as it stands now, before it is closed. */
interface OperationDayView extends ConsolidatedDay {
  readonly operation: string;
  readonly operationDay: string;
  readonly cutOffAt: string;
}

/** Operations and their days as the OCU sees them. */
@Controller('operations')
export class OperationDayController {
  private readonly chemicals: ChemicalCatalogue;

  constructor(
    private readonly findOperation: FindOperation,
    private readonly plans: OperationPlanRepository,
    private readonly reports: ReceivedReportRepository,
    private readonly closings: ClosingRepository,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.chemicals = new ChemicalCatalogue(reference.chemicals);
  }

  /** All operations. */
  @Get()
  @Allows('operation.read')
  async list(): Promise<{ operations: { code: string; version: number; name: OperationPlan['name'] }[] }> {
    const plans = await this.plans.all();
    return { operations: plans.map(({ plan, version }) => ({ code: plan.code, version, name: plan.name })) };
  }

  /** The Operation Plan in force. */
  @Get(':operation')
  @Allows('operation.read')
  async read(@Param('operation') operation: string): Promise<{ version: number; plan: OperationPlan }> {
    const { version, plan } = await this.findOperation.run(operation);
    return { version, plan };
  }

  /** Coverage and totals of one day as they stand now. */
  @Get(':operation/days/:day')
  @Allows('operation-day.read')
  async day(
    @Param('operation') operation: string,
    @Param('day') operationDay: string,
    @RequestClock() clock: Clock,
  ): Promise<OperationDayView> {
    const { plan } = await this.findOperation.day(operation, operationDay);
    const everything = new Map<string, number>();
    const previousDay = await this.closings.findClosedBefore(operation, operationDay);
    const cutOffAt = cutOffOf(plan, operationDay);
    const view = consolidateDay({
      plan,
      operationDay,
      newest: await this.reports.newestForwarded(operation, operationDay, everything),
      previous: previousDay ? await this.reports.byBasis(operation, previousDay.basis) : [],
      newestState: await this.reports.newestStates(operation, operationDay, everything),
      isDue: Date.parse(clock.now()) >= Date.parse(cutOffAt),
      chemicals: listedChemicals(this.chemicals, operationDay),
    });
    return { operation, operationDay, cutOffAt, ...view };
  }
}
