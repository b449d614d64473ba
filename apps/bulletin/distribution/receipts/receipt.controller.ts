import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Discloses } from '#libs/audit/http/discloses.decorator.js';
import { type Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { FindBulletin } from '../../bulletin/find-bulletin.js';
import { type Doer } from '../ledger/delivery.records.js';
import {
  AcknowledgeRequest,
  CountryDeliveryAnswer,
  ReceiptsAnswer,
  RefuseRequest,
} from '../ledger/ledger.dto.js';
import { ReadLedger } from '../ledger/read-ledger.js';
import { GiveReceipt } from './give-receipt.js';
import { ReceiptRepository } from './receipt.repository.js';

const COUNTRY = 'operations/:operation/bulletins/:number/revisions/:revision/distribution/countries/:country';

/** How countries answer an issued bulletin. */
@Controller()
export class ReceiptController {
  constructor(
    private readonly findBulletin: FindBulletin,
    private readonly giveReceipt: GiveReceipt,
    private readonly readLedger: ReadLedger,
    private readonly receipts: ReceiptRepository,
  ) {}

  @Post(`${COUNTRY}/acknowledge`)
  @ApiOperation({
    summary:
      'The country acknowledges the bulletin, naming the SHA-256 of what it received. Again gives the first answer.',
  })
  @HttpCode(200)
  @Answers({ 200: 'The row of the country' }, CountryDeliveryAnswer)
  @Allows('distribution.acknowledge')
  async acknowledge(
    @Param() params: Record<string, string>,
    @Body(validateBody(AcknowledgeRequest)) { sha256 }: AcknowledgeRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<CountryDeliveryAnswer> {
    const { country = '' } = params;
    const bulletin = await this.findBulletin.issued(params);
    await this.giveReceipt.acknowledge(bulletin, country, sha256, doerOf(party, clock));
    return this.readLedger.ofCountry(bulletin, country, clock.now());
  }

  @Post(`${COUNTRY}/refuse`)
  @ApiOperation({
    summary: 'The country refuses the bulletin with a reason; a later acknowledgement settles it.',
  })
  @HttpCode(200)
  @Answers({ 200: 'The row of the country' }, CountryDeliveryAnswer)
  @Allows('distribution.acknowledge')
  async refuse(
    @Param() params: Record<string, string>,
    @Body(validateBody(RefuseRequest)) { reason }: RefuseRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
  ): Promise<CountryDeliveryAnswer> {
    const { country = '' } = params;
    const bulletin = await this.findBulletin.issued(params);
    await this.giveReceipt.refuse(bulletin, country, reason.trim(), doerOf(party, clock));
    return this.readLedger.ofCountry(bulletin, country, clock.now());
  }

  @Get('operations/:operation/receipts')
  @ApiOperation({ summary: 'All signed receipts of the operation in their order, for an offline check.' })
  @Answers({ 200: 'Records and signatures' }, ReceiptsAnswer)
  @Allows('distribution.read')
  @Discloses('export')
  async all(@Param('operation') operation: string): Promise<ReceiptsAnswer> {
    return { receipts: await this.receipts.ofOperation(operation) };
  }
}

const doerOf = (party: ActingParty, clock: Clock): Doer => ({
  at: clock.now(),
  party: nameOfParty(party),
  origin: 'api',
});
