import { Module, type DynamicModule } from '@nestjs/common';
import { AccountPage } from './account/account.page.js';
import { AssetsController } from './assets.controller.js';
import { AuditPage } from './audit/audit.page.js';
import { BoardPage } from './board.page.js';
import { CheckPage } from './check/check.page.js';
import { HomePage } from './home.page.js';
import { InvitationPage } from './invitation/invitation.page.js';
import { LedgerPage } from './mailbox/ledger.page.js';
import { MailboxPage } from './mailbox/mailbox.page.js';
import { ReportPage } from './report/report.page.js';
import { PAGES_RUNTIME, type PagesRuntime } from './pages-runtime.js';
import { DemonstrationController } from './sign-in/demonstration.controller.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { SignOutController } from './sign-in/sign-out.controller.js';

/** The pages: server-rendered, without script, reading the services' public API. */
@Module({})
export class PagesModule {
  static register(runtime: PagesRuntime): DynamicModule {
    return {
      module: PagesModule,
      controllers: [
        HomePage,
        BoardPage,
        AuditPage,
        ReportPage,
        CheckPage,
        SignInPage,
        SignOutController,
        DemonstrationController,
        InvitationPage,
        AccountPage,
        MailboxPage,
        LedgerPage,
        AssetsController,
      ],
      providers: [{ provide: PAGES_RUNTIME, useValue: runtime }],
    };
  }
}
