import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { isCalendarDay } from '#libs/contracts/shapes.js';
import { Clock } from '#libs/observability/clock.js';
import { daysBetween, localDayOf } from '#libs/reference/operation-day.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { FindCountry, type FoundCountry } from '../operation-plan/find-country.js';
import { actingCapacity } from './acting-capacity.js';
import { countryDayAnswer, nationalDayAnswer } from './country-day-answers.js';
import { CountryDayAnswer, NationalDayAnswer } from './country-day.answers.dto.js';
import { type CountryDayKey } from './country-day.records.js';
import { CountryDayRepository } from './country-day.repository.js';
import { SignNationalDayRequest } from './national-day.dto.js';
import { SignNationalDay } from './sign-national-day.js';

/** The day of a country, for its contact point: how the units stand, and the signature under it. */
@Controller('operations/:operation/countries/:country/days/:day')
export class CountryDayController {
  constructor(
    private readonly findCountry: FindCountry,
    private readonly days: CountryDayRepository,
    private readonly signing: SignNationalDay,
  ) {}

  @Get()
  @ApiOperation({ summary: "How the reports of the country's units stand on the day." })
  @Answers({ 200: 'The overview' }, CountryDayAnswer)
  @Allows('national-day.read')
  async overview(
    @Param() params: Record<string, string>,
    @RequestClock() clock: Clock,
  ): Promise<CountryDayAnswer> {
    const { key, found } = await this.countryDay(params);
    const standings = await this.days.standings(
      key,
      found.units.map(({ id }) => id),
    );
    return countryDayAnswer(key, found.plan, found.units, standings, clock.now());
  }

  @Get('signature')
  @ApiOperation({ summary: 'The signatures of the day, and whether the newest still stands.' })
  @Answers({ 200: 'The signatures' }, NationalDayAnswer)
  @Allows('national-day.read')
  async signature(@Param() params: Record<string, string>): Promise<NationalDayAnswer> {
    const { key, found } = await this.countryDay(params);
    return nationalDayAnswer(key, await this.signing.read(key, found));
  }

  @Post('signature')
  @ApiOperation({
    summary:
      'Signs that the day is complete as it stands; where units are missing, only with confirmMissing.',
  })
  @HttpCode(200)
  @Answers({ 200: 'Signed, now or before' }, NationalDayAnswer)
  @Allows('national-day.sign')
  async sign(
    @Param() params: Record<string, string>,
    @Body(validateBody(SignNationalDayRequest, { optional: true })) body: SignNationalDayRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<NationalDayAnswer> {
    const { key, found } = await this.countryDay(params);
    const at = clock.now();
    const capacity = actingCapacity(found.plan, party) ?? 'contact_point';
    refuseFuture(found, key, at);
    return nationalDayAnswer(
      key,
      await this.signing.run(key, found, {
        ...{ party: nameOfParty(party), capacity, at },
        confirmsMissing: body.confirmMissing === true,
      }),
    );
  }

  private async countryDay(
    params: Record<string, string>,
  ): Promise<{ key: CountryDayKey; found: FoundCountry }> {
    const { operation = '', country = '', day = '' } = params;
    const found = await this.findCountry.run(operation, country);
    const { firstDay, lastDay, followUpsUntil = lastDay } = found.plan;
    if (!isCalendarDay(day) || day < firstDay || day > followUpsUntil)
      throw new ProblemError(422, 'day-outside-operation', { day, firstDay, lastDay });
    return { key: { operation, country, operationDay: day }, found };
  }
}

/** A day that has begun at no unit of the country cannot be complete. */
function refuseFuture({ plan, units }: FoundCountry, { operationDay }: CountryDayKey, now: string): void {
  const todays = units.map(({ timeZone }) => localDayOf(now, timeZone, plan.dayStartsAt)).sort();
  const today = todays.at(-1) ?? localDayOf(now, plan.coordinationTimeZone, plan.dayStartsAt);
  if (daysBetween(today, operationDay) > 0)
    throw new ProblemError(422, 'day-in-future', { day: operationDay, today });
}
