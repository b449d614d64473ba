import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { UnitCountries } from '../consolidation/unit-countries.domain.js';
import { FindOperation } from '../operation-plan/find-operation.js';
import { bulletinText } from './bulletin-text-view.js';
import { BulletinText, BulletinTextDecision, BulletinTextList } from './bulletin-text.dto.js';
import { DecideText } from './decide-text.js';

/** Texts of the reports that the bulletin of a day can print. */
@Controller('operations/:operation/days/:day/texts')
export class BulletinTextController {
  constructor(
    private readonly findOperation: FindOperation,
    private readonly decideText: DecideText,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The texts, what each still lacks, and the names and numbers that stand in it.' })
  @Answers({ 200: 'The texts' }, BulletinTextList)
  @Allows('operation-day.read')
  async list(@Param('operation') operation: string, @Param('day') day: string): Promise<BulletinTextList> {
    const { plan } = await this.findOperation.day(operation, day);
    const states = await this.decideText.read(operation, day);
    const countries = new UnitCountries(plan.units);
    return { operation, operationDay: day, texts: states.map((state) => bulletinText(state, countries)) };
  }

  @Put(':textId')
  @ApiOperation({ summary: 'Decides whether the text is printed, and in which words.' })
  @Answers({ 200: 'The text with the decision' }, BulletinText)
  @Allows('bulletin-text.write')
  async decide(
    @Param('operation') operation: string,
    @Param('day') day: string,
    @Param('textId') textId: string,
    @Body(validateBody(BulletinTextDecision)) asked: BulletinTextDecision,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<BulletinText> {
    const { plan } = await this.findOperation.day(operation, day);
    const deciding = { operation, operationDay: day, textId, by: nameOfParty(party), at: clock.now() };
    return bulletinText(await this.decideText.run(deciding, asked), new UnitCountries(plan.units));
  }
}
