import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { ACTING_PARTY_HEADER } from '#libs/security/acting-party.js';
import { actingPartyCookie } from '../http/acting-party-cookie.js';
import { FIRST_PARTY } from './acting-parties.js';
import { homeView } from './home-view.js';
import { PAGES_RUNTIME, type PagesRuntime } from './pages-runtime.js';
import { languageOf } from './page-language.js';
import { pageMessage } from './page-messages.js';
import { readHome } from './read-home.js';
import { renderPage } from './render-page.js';
import { sendPage } from './send-page.js';

/** `/`: the operations, who one acts as, and where to go on. */
@Controller()
export class HomePage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const known = request.get(ACTING_PARTY_HEADER);
    const party = known ?? FIRST_PARTY;
    const operations = await readHome(this.runtime.api().as(party, language), party);
    const content = homeView({ language, party, operations, countries: this.runtime.countries });
    // The links of the page are to work at the first click, too.
    if (known === undefined) response.setHeader('Set-Cookie', actingPartyCookie(party));
    const title = pageMessage(language, 'home.title');
    sendPage(response, language, renderPage({ name: 'home', language, title, path: '/', content }));
  }
}
