import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { ProblemError } from '#libs/web/problem.js';
import { requireOwnForm } from '../own-form.js';
import { PAGES_RUNTIME, type PagesRuntime } from '../pages-runtime.js';
import { readForm } from '../read-form.js';
import { readerOf, type Reader } from '../reader.js';
import { renderPage } from '../render-page.js';
import { sendPage } from '../send-page.js';
import { type Refusal } from '../service-refusal.js';
import { DistributionApi, type BulletinAddress } from './distribution-api.js';
import { ledgerTitle, ledgerView, previewView } from './ledger-view.js';
import { contextOf } from './mailbox.page.js';

type Address = Record<keyof BulletinAddress, string>;

/** `/distribution/<operation>/<number>/<revision>`: the ledger of a bulletin; of a draft, what each country will get. */
@Controller('distribution')
export class LedgerPage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get(':operation/:number/:revision')
  async show(@Param() address: Address, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(address, request, response, await readerOf(request, this.runtime));
  }

  @Post(':operation/:number/:revision/:country/send-again')
  @HttpCode(200)
  async sendAgain(
    @Param() address: Address & { readonly country: string },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.act(address, request, response, 'send-again', 'channel');
  }

  @Post(':operation/:number/:revision/:country/carried')
  @HttpCode(200)
  async carried(
    @Param() address: Address & { readonly country: string },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.act(address, request, response, 'carried', 'note');
  }

  private async act(
    address: Address & { readonly country: string },
    request: Request,
    response: Response,
    act: 'send-again' | 'carried',
    field: string,
  ): Promise<void> {
    requireOwnForm(request);
    const reader = await readerOf(request, this.runtime);
    const form = await readForm(request);
    const api = new DistributionApi(this.runtime, request, reader.language);
    const refusal = await api.act(address, address.country, act, { [field]: form.get(field) ?? '' });
    if (refusal) response.status(refusal.status);
    await this.send(address, request, response, reader, refusal);
  }

  private async send(
    address: BulletinAddress,
    request: Request,
    response: Response,
    reader: Reader,
    refusal?: Refusal,
  ): Promise<void> {
    const { operation, number, revision } = address;
    const { language, me } = reader;
    const context = await contextOf(this.runtime, reader, operation);
    const api = new DistributionApi(this.runtime, request, language);
    const { bulletins } = await reader.api.bulletins(operation);
    const found = bulletins.find((one) => String(one.number) === number && String(one.revision) === revision);
    if (!found) throw new ProblemError(404, 'bulletin-unknown', { number, revision });
    const kind = found.state === 'issued' ? 'ledger' : 'preview';
    const content =
      kind === 'ledger'
        ? ledgerView(address, await api.ledger(address), refusal, context)
        : previewView(address, await api.preview(address), context);
    const title = ledgerTitle(kind, address, language);
    const path = `/distribution/${operation}/${number}/${revision}`;
    sendPage(
      response,
      language,
      renderPage({ name: 'distribution', language, title, path, reader: me.name, content }),
    );
  }
}
