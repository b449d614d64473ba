import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Clock } from '#libs/observability/clock.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { RequestClock } from '#libs/web/access/caller.decorators.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindBulletin } from '../../bulletin/find-bulletin.js';
import { CountryDeliveryAnswer, LedgerAnswer } from './ledger.dto.js';
import { ReadLedger } from './read-ledger.js';

/** The distribution of an issued bulletin. A country sees its own row alone. */
@Controller('operations/:operation/bulletins/:number/revisions/:revision/distribution')
export class LedgerController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly readLedger: ReadLedger,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where the bulletin stands in every country.' })
  @Answers({ 200: 'A row for each country' }, LedgerAnswer)
  @Allows('distribution.read')
  async ledger(@Param() params: Record<string, string>, @RequestClock() clock: Clock): Promise<LedgerAnswer> {
    return this.readLedger.ofBulletin(await this.findBulletin.issued(params), clock.now());
  }

  @Get('countries/:country')
  @ApiOperation({
    summary: 'Where the bulletin stands in one country, with every step and the signed receipts.',
  })
  @Answers({ 200: 'The row of the country' }, CountryDeliveryAnswer)
  @Allows('distribution.read')
  async country(
    @Param() params: Record<string, string>,
    @RequestClock() clock: Clock,
  ): Promise<CountryDeliveryAnswer> {
    const bulletin = await this.findBulletin.issued(params);
    return this.readLedger.ofCountry(bulletin, params['country'] ?? '', clock.now());
  }
}
