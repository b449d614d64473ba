import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Clock } from '#libs/observability/clock.js';
import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { cutOffOf } from '#libs/reference/operation-day.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { RequestClock } from '#libs/web/access/caller.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ClosingRepository } from '../closing/closing.repository.js';
import { consolidateDay } from '../consolidation/consolidate-day.domain.js';
import { listedChemicals } from '../consolidation/listed-chemicals.js';
import { ReceivedReportRepository } from '../daily-report/received-report.repository.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { OperationPlanRepository } from '../operation-plan/operation-plan.repository.js';
import {
  OperationAnswer,
  OperationDayAnswer,
  OperationDays,
  OperationList,
} from './operation-day.answers.dto.js';
import { coverageOfDays } from './operation-days.domain.js';

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
  @Answers({ 200: 'The operations' }, OperationList)
  @Allows('operation.read')
  async list(): Promise<OperationList> {
    const plans = await this.plans.all();
    return { operations: plans.map(({ plan, version }) => ({ code: plan.code, version, name: plan.name })) };
  }

  /** The Operation Plan in force. */
  @Get(':operation')
  @Answers({ 200: 'The plan and its version' }, OperationAnswer)
  @Allows('operation.read')
  async read(@Param('operation') operation: string): Promise<OperationAnswer> {
    const { version, plan } = await this.findOperation.run(operation);
    return { version, plan };
  }

  /** Coverage of every day of the operation as it stands now. */
  @Get(':operation/days')
  @Answers({ 200: 'The days, the first one first' }, OperationDays)
  @Allows('operation-day.read')
  async days(@Param('operation') operation: string, @RequestClock() clock: Clock): Promise<OperationDays> {
    const { plan } = await this.findOperation.run(operation);
    const known = await this.reports.knowledgeByDay(operation);
    return { operation, days: coverageOfDays(plan, known, clock.now()) };
  }

  /** Coverage and totals of one day as they stand now. */
  @Get(':operation/days/:day')
  @Answers({ 200: 'The day' }, OperationDayAnswer)
  @Allows('operation-day.read')
  async day(
    @Param('operation') operation: string,
    @Param('day') operationDay: string,
    @RequestClock() clock: Clock,
  ): Promise<OperationDayAnswer> {
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
