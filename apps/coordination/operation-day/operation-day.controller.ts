import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { ChemicalCatalogue } from '#libs/reference/chemical-catalogue.js';
import { cutOffOf } from '#libs/reference/operation-day.js';
import { type ReferenceData } from '#libs/reference/reference-data.types.js';
import { REFERENCE_DATA } from '#libs/service-host/runtime-providers.js';
import { Allows, AllowsInOwnOperations } from '#libs/web/access/access.decorators.js';
import { type OwnOperations } from '#libs/web/access/caller.js';
import { Operations, RequestClock } from '#libs/web/access/caller.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ClosingRepository } from '../closing/closing.repository.js';
import { consolidateDay } from '../consolidation/consolidate-day.domain.js';
import { listedChemicals } from '../consolidation/listed-chemicals.js';
import { DayKnowledgeRepository } from '../daily-report/day-knowledge.repository.js';
import { GatherDay } from '../daily-report/gather-day.js';
import { EVERYTHING } from '../daily-report/sequence-limits.js';
import { GraceRepository } from '../grace/grace.repository.js';
import { closingProposedAt } from '../grace/proposed-closing.domain.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { OperationPlanRepository } from '../operation-plan/operation-plan.repository.js';
import {
  OperationAnswer,
  OperationDayAnswer,
  OperationDays,
  OperationList,
} from './operation-day.answers.dto.js';
import { liveMarks } from './live-marks.domain.js';
import { coverageOfDays } from './operation-days.domain.js';

/** Operations and their days as the OCU sees them. */
@Controller('operations')
export class OperationDayController {
  private readonly chemicals: ChemicalCatalogue;

  constructor(
    private readonly findOperation: FindOperation,
    private readonly plans: OperationPlanRepository,
    private readonly gatherDay: GatherDay,
    private readonly knowledge: DayKnowledgeRepository,
    private readonly grace: GraceRepository,
    private readonly closings: ClosingRepository,
    @Inject(REFERENCE_DATA) reference: ReferenceData,
  ) {
    this.chemicals = new ChemicalCatalogue(reference.chemicals);
  }

  @Get()
  @ApiOperation({ summary: 'Lists the operations in which the sender has a role.' })
  @Answers({ 200: 'The operations' }, OperationList)
  @AllowsInOwnOperations('operation.read')
  async list(@Operations() own: OwnOperations): Promise<OperationList> {
    const plans = (await this.plans.all()).filter(({ plan }) => own.has(plan.code));
    return { operations: plans.map(({ plan, version }) => ({ code: plan.code, version, name: plan.name })) };
  }

  @Get(':operation')
  @ApiOperation({ summary: 'The Operation Plan in force.' })
  @Answers({ 200: 'The plan and its version' }, OperationAnswer)
  @Allows('operation.read')
  async read(@Param('operation') operation: string): Promise<OperationAnswer> {
    const { version, plan } = await this.findOperation.run(operation);
    return { version, plan };
  }

  @Get(':operation/days')
  @ApiOperation({ summary: 'Coverage of every day of the operation as it stands now.' })
  @Answers({ 200: 'The days, the first one first' }, OperationDays)
  @Allows('operation-day.read')
  async days(@Param('operation') operation: string, @RequestClock() clock: Clock): Promise<OperationDays> {
    const { plan } = await this.findOperation.run(operation);
    const known = await this.knowledge.byDay(operation);
    const extensions = await this.extensions(operation);
    return { operation, days: coverageOfDays(plan, known, clock.now(), extensions) };
  }

  @Get(':operation/days/:day')
  @ApiOperation({ summary: 'Coverage and totals of one day as they stand now.' })
  @Answers({ 200: 'The day' }, OperationDayAnswer)
  @Allows('operation-day.read')
  async day(
    @Param('operation') operation: string,
    @Param('day') operationDay: string,
    @RequestClock() clock: Clock,
  ): Promise<OperationDayAnswer> {
    const { plan } = await this.findOperation.day(operation, operationDay);
    const cutOffAt = cutOffOf(plan, operationDay);
    const before = await this.closings.findClosedBefore(operation, operationDay);
    const gathered = await this.gatherDay.run(plan, operationDay, EVERYTHING, before);
    const isDue = Date.parse(clock.now()) >= Date.parse(cutOffAt);
    const chemicals = listedChemicals(this.chemicals, operationDay);
    const { coverage, ...figures } = consolidateDay({ ...gathered, isDue, chemicals });
    const known = { ...gathered, queried: await this.knowledge.unitsQueried(operation, operationDay) };
    const extension = (await this.extensions(operation)).get(operationDay) ?? 0;
    return {
      operation,
      operationDay,
      cutOffAt,
      proposedAt: closingProposedAt(plan, operationDay, extension),
      signed: await this.knowledge.signedCountries(operation, operationDay),
      coverage: coverage.map((unit) => ({ ...unit, ...liveMarks(unit.unit, known) })),
      ...figures,
    };
  }

  private async extensions(operation: string): Promise<Map<string, number>> {
    const byDay = await this.grace.byDay(operation);
    return new Map([...byDay].map(([day, { minutes }]) => [day, minutes]));
  }
}
