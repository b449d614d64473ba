import { BlockList } from 'node:net';
import { type MiddlewareConsumer, Module, type DynamicModule, type NestModule } from '@nestjs/common';
import { type NextFunction, type Request, type Response } from 'express';
import { runtimeProviders } from '#libs/service-host/runtime-providers.js';
import { type ServiceRuntime } from '#libs/service-host/service-definition.js';
import { AccountController } from './account/account.controller.js';
import { AccountRepository } from './account/account.repository.js';
import { AdministerAccounts } from './account/administer-accounts.js';
import { ApiKeyController } from './api-key/api-key.controller.js';
import { ApiKeyRepository } from './api-key/api-key.repository.js';
import { AcceptInvitation } from './invitation/accept-invitation.js';
import { DemonstrationAccounts } from './demonstration/demonstration-accounts.js';
import { IS_PRODUCTION, RefuseDemonstration } from './demonstration/refuse-demonstration.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { InvitationRepository } from './invitation/invitation.repository.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { DecideChange } from './proposal/decide-change.js';
import { ProposalController } from './proposal/proposal.controller.js';
import { ProposeChange } from './proposal/propose-change.js';
import { SigningKeyProposalController } from './proposal/signing-key-proposal.controller.js';
import { openSecretBox } from './second-factor/open-secret-box.js';
import { SECRET_BOX, SecondFactor } from './second-factor/second-factor.js';
import { MeController } from './session/me.controller.js';
import { MyCredentials } from './session/my-credentials.js';
import { MyCredentialsController } from './session/my-credentials.controller.js';
import { SessionRepository } from './session/session.repository.js';
import { AttemptsRepository } from './sign-in/attempts.repository.js';
import { ChallengeRepository } from './sign-in/challenge.repository.js';
import { TRUSTED_PROXIES } from './sign-in/origin-of.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIn } from './sign-in/sign-in.js';

/** Organisations, accounts, sign-in, sessions and keys of programs. */
@Module({})
export class IdentityModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(keepNowhere).forRoutes('{*path}');
  }

  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: IdentityModule,
      controllers: [
        SignInController,
        MeController,
        MyCredentialsController,
        InvitationController,
        OrganisationController,
        AccountController,
        ApiKeyController,
        ProposalController,
        SigningKeyProposalController,
      ],
      providers: [
        ...runtimeProviders(runtime),
        { provide: SECRET_BOX, useValue: openSecretBox(runtime.identityKeyFile) },
        { provide: TRUSTED_PROXIES, useValue: runtime.trustedProxies ?? new BlockList() },
        ...(runtime.isProduction ? [] : [DemonstrationAccounts]),
        { provide: IS_PRODUCTION, useValue: runtime.isProduction },
        AcceptInvitation,
        AccountRepository,
        AdministerAccounts,
        ApiKeyRepository,
        AttemptsRepository,
        ChallengeRepository,
        DecideChange,
        InvitationRepository,
        MyCredentials,
        OrganisationRepository,
        ProposeChange,
        RefuseDemonstration,
        SecondFactor,
        SessionRepository,
        SignIn,
      ],
    };
  }
}

/** Answers of identity hold names, secrets and codes. */
function keepNowhere(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
