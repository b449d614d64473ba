import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { ProblemError } from '#libs/web/problem.js';
import { countryName } from '../country-names.js';
import { requireOwnForm } from '../own-form.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { readForm } from '../read-form.js';
import { partyIn, readerOf, type Reader } from '../reader.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { type Refusal } from '../service-refusal.js';
import { DistributionApi, type BulletinAddress } from './distribution-api.js';
import { distributionMessage } from './distribution-messages.js';
import { deliveryView, mailboxView, titleOf, type DistributionContext } from './mailbox-view.js';

/** Bytes of a form with a reason. */
const LIMIT = 8 * 1024;

/** `/mailbox/<operation>`: what the reader's country was sent, and how it answers. */
@Controller('mailbox')
export class MailboxPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get(':operation')
  async list(
    @Param('operation') operation: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await readerOf(request, this.runtime);
    const country = countryOf(reader, operation);
    const context = await contextOf(this.runtime, reader, operation);
    const mailbox = await this.api(request, reader).mailbox(operation, country);
    const { language } = reader;
    const title = distributionMessage(language, 'mailbox.title', { country: context.countryName(country) });
    const content = mailboxView(operation, country, mailbox, context);
    const path = `/mailbox/${operation}`;
    sendPage(
      response,
      language,
      renderPage({ name: 'mailbox', language, title, path, reader: reader.me.name, content }),
    );
  }

  @Get(':operation/:number/:revision')
  async open(
    @Param() address: Record<keyof BulletinAddress, string>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(address, request, response, await readerOf(request, this.runtime));
  }

  @Post(':operation/:number/:revision/acknowledge')
  @HttpCode(200)
  async acknowledge(
    @Param() address: Record<keyof BulletinAddress, string>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(address, request, response, 'acknowledge', (form) => ({
      sha256: (form.get('sha256') ?? '').trim().toLowerCase(),
    }));
  }

  @Post(':operation/:number/:revision/refuse')
  @HttpCode(200)
  async refuse(
    @Param() address: Record<keyof BulletinAddress, string>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(address, request, response, 'refuse', (form) => ({
      reason: form.get('reason') ?? '',
    }));
  }

  private async answer(
    address: BulletinAddress,
    request: Request,
    response: Response,
    act: 'acknowledge' | 'refuse',
    bodyOf: (form: URLSearchParams) => object,
  ): Promise<void> {
    requireOwnForm(request);
    const reader = await readerOf(request, this.runtime);
    const country = countryOf(reader, address.operation);
    const body = bodyOf(await readForm(request, LIMIT));
    const refusal = await this.api(request, reader).act(address, country, act, body);
    if (refusal) response.status(refusal.status);
    await this.show(address, request, response, reader, refusal);
  }

  private async show(
    address: BulletinAddress,
    request: Request,
    response: Response,
    reader: Reader,
    refusal?: Refusal,
  ): Promise<void> {
    const { operation, number, revision } = address;
    const { language, api, me } = reader;
    const country = countryOf(reader, operation);
    const context = await contextOf(this.runtime, reader, operation);
    const delivery = await this.api(request, reader).country(address, country);
    const { bulletins } = await api.bulletins(operation);
    const { manifestHash = '' } =
      bulletins.find((one) => String(one.number) === number && String(one.revision) === revision) ?? {};
    const content = deliveryView({ ...address, country, manifestHash }, delivery, refusal, context);
    const title = titleOf(address, country, context);
    const path = `/mailbox/${operation}/${number}/${revision}`;
    sendPage(
      response,
      language,
      renderPage({ name: 'mailbox-bulletin', language, title, path, reader: me.name, content }),
    );
  }

  private api(request: Request, { language }: Reader): DistributionApi {
    return new DistributionApi(this.runtime, request, language);
  }
}

/** The country of the reader. @throws ProblemError 403 for who is of none */
function countryOf({ me }: Reader, operation: string): string {
  const { country } = partyIn(me, operation) ?? {};
  if (country === undefined) throw new ProblemError(403, 'not-allowed');
  return country;
}

/** What the views need to know of an operation. */
export async function contextOf(
  { countries }: PagesRuntime,
  { language, api }: Reader,
  operation: string,
): Promise<DistributionContext> {
  const { plan } = await api.operation(operation);
  const nameOf = (code: string) => countryName(countries, code, language);
  return { language, zone: plan.coordinationTimeZone, countryName: nameOf };
}
