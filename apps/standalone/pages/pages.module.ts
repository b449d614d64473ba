import { Module, type DynamicModule } from '@nestjs/common';
import { ActingPartyController } from './acting-party.controller.js';
import { AssetsController } from './assets.controller.js';
import { BoardPage } from './board.page.js';
import { CheckPage } from './check/check.page.js';
import { HomePage } from './home.page.js';
import { ReportPage } from './report/report.page.js';
import { PAGES_RUNTIME, type PagesRuntime } from './pages-runtime.js';

/** The pages: server-rendered, without script, reading the services' public API. */
@Module({})
export class PagesModule {
  static register(runtime: PagesRuntime): DynamicModule {
    return {
      module: PagesModule,
      controllers: [HomePage, BoardPage, ReportPage, CheckPage, ActingPartyController, AssetsController],
      providers: [{ provide: PAGES_RUNTIME, useValue: runtime }],
    };
  }
}
