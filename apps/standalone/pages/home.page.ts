import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { homeView } from './home-view.js';
import { PAGES_RUNTIME, type PagesRuntime } from './pages-runtime.js';
import { pageMessage } from './page-messages.js';
import { readerOf } from './reader.js';
import { readHome } from './read-home.js';
import { renderPage } from './render-page.js';
import { sendPage } from './send-page.js';

/** `/`: the operations of whoever has signed in, and where to go on. */
@Controller()
export class HomePage {
  constructor(@Inject(PAGES_RUNTIME) private readonly runtime: PagesRuntime) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const reader = await readerOf(request, this.runtime);
    const { language, me } = reader;
    const operations = await readHome(reader);
    const content = homeView({ language, operations, countries: this.runtime.countries });
    const title = pageMessage(language, 'home.title');
    sendPage(
      response,
      language,
      renderPage({ name: 'home', language, title, path: '/', reader: me.name, content }),
    );
  }
}
