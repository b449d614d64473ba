import { Module, type DynamicModule } from '@nestjs/common';
import { runtimeProviders } from '#libs/service-host/runtime-providers.js';
import { type ServiceRuntime } from '#libs/service-host/service-definition.js';
import { AuditCheckpoints } from './audit/audit-checkpoint.job.js';
import { CheckpointRepository } from './audit/checkpoint.repository.js';
import { SignCheckpoint } from './audit/sign-checkpoint.js';
import { BulletinFileController } from './bulletin/bulletin-file.controller.js';
import { BulletinRenderer } from './bulletin/bulletin-renderer.js';
import { BulletinController } from './bulletin/bulletin.controller.js';
import { BulletinRepository } from './bulletin/bulletin.repository.js';
import { DraftPreviewController } from './bulletin/draft-preview.controller.js';
import { FindBulletin } from './bulletin/find-bulletin.js';
import { IssueBulletin } from './bulletin/issue-bulletin.js';
import { IssueProposalController } from './bulletin/issue-proposal.controller.js';
import { IssueProposal } from './bulletin/issue-proposal.js';
import { OperationDayClosedConsumer } from './bulletin/operation-day-closed.consumer.js';
import { DISTRIBUTION_CONTROLLERS, DISTRIBUTION_PROVIDERS } from './distribution/distribution-parts.js';
import { BulletinSigner } from './signing/bulletin-signer.js';
import { IssuedFileController } from './signing/issued-file.controller.js';
import { IssuedFileRepository } from './signing/issued-file.repository.js';
import { KeysController } from './signing/keys.controller.js';
import { ManifestController } from './signing/manifest.controller.js';
import { ManifestRepository } from './signing/manifest.repository.js';
import { SignBulletin } from './signing/sign-bulletin.js';

/** Daily bulletins in English and Russian: drafts, issue, signature, files. */
@Module({})
export class BulletinModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: BulletinModule,
      controllers: [
        BulletinController,
        IssueProposalController,
        // Before the files, whose address takes any name.
        ManifestController,
        BulletinFileController,
        DraftPreviewController,
        KeysController,
        IssuedFileController,
        ...DISTRIBUTION_CONTROLLERS,
        OperationDayClosedConsumer,
      ],
      providers: [
        ...runtimeProviders(runtime),
        BulletinRepository,
        BulletinRenderer,
        FindBulletin,
        IssueBulletin,
        IssueProposal,
        BulletinSigner,
        ManifestRepository,
        IssuedFileRepository,
        SignBulletin,
        AuditCheckpoints,
        CheckpointRepository,
        SignCheckpoint,
        ...DISTRIBUTION_PROVIDERS,
      ],
    };
  }
}
