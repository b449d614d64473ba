import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindBulletin } from '../../bulletin/find-bulletin.js';
import { type Doer } from '../ledger/delivery.records.js';
import { CarriedRequest, ChannelRequest, CountryDeliveryAnswer } from '../ledger/ledger.dto.js';
import { ReadLedger } from '../ledger/read-ledger.js';
import { SendAgain } from './send-again.js';

/** What people of the Operation Coordination Unit do by hand with the delivery to a country. */
@Controller('operations/:operation/bulletins/:number/revisions/:revision/distribution/countries/:country')
export class SendAgainController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly sendAgain: SendAgain,
    private readonly readLedger: ReadLedger,
  ) {}

  @Post('send-again')
  @ApiOperation({ summary: 'Delivers the bulletin to the country anew on one of its ways.' })
  @HttpCode(200)
  @Answers({ 200: 'The row of the country' }, CountryDeliveryAnswer)
  @Allows('distribution.resend')
  async again(
    @Param() params: Record<string, string>,
    @Body(validateBody(ChannelRequest)) { channel }: ChannelRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<CountryDeliveryAnswer> {
    const { country = '' } = params;
    const bulletin = await this.findBulletin.issued(params);
    await this.sendAgain.run({ ...bulletin, country }, channel, doerOf(party, clock));
    return this.readLedger.ofCountry(bulletin, country, clock.now());
  }

  @Post('carried')
  @ApiOperation({ summary: 'Notes that a person has handed the sealed package over.' })
  @HttpCode(200)
  @Answers({ 200: 'The row of the country' }, CountryDeliveryAnswer)
  @Allows('distribution.resend')
  async carried(
    @Param() params: Record<string, string>,
    @Body(validateBody(CarriedRequest)) { note }: CarriedRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<CountryDeliveryAnswer> {
    const { country = '' } = params;
    const bulletin = await this.findBulletin.issued(params);
    await this.sendAgain.carried({ ...bulletin, country }, note.trim(), doerOf(party, clock));
    return this.readLedger.ofCountry(bulletin, country, clock.now());
  }
}

const doerOf = (party: ActingParty, clock: Clock): Doer => ({
  at: clock.now(),
  party: nameOfParty(party),
  origin: 'api',
});
