import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { BulletinModule } from './bulletin.module.js';
import { DeliverBulletin } from './distribution/channels/deliver-bulletin.task.js';
import { RequeueDeliveries } from './distribution/channels/requeue-deliveries.job.js';
import { AuditCheckpoints } from './audit/audit-checkpoint.job.js';
import { AuditCheckpoint1700000000021 } from './migrations/1700000000021-audit-checkpoint.js';
import { BulletinKind1700000000002 } from './migrations/1700000000002-bulletin-kind.js';
import { BulletinManifest1700000000003 } from './migrations/1700000000003-bulletin-manifest.js';
import { IssueProposal1700000000030 } from './migrations/1700000000030-issue-proposal.js';
import { Distribution1700000000040 } from './migrations/1700000000040-distribution.js';
import { Bulletin1700000000001 } from './migrations/1700000000001-bulletin.js';
import { bulletinRights } from './table-rights.js';

/** The bulletin service: drafts from closed days, and bulletins that are issued and never change. */
export const bulletinService: ServiceDefinition = {
  name: 'bulletin',
  migrations: [
    Bulletin1700000000001,
    BulletinKind1700000000002,
    BulletinManifest1700000000003,
    AuditCheckpoint1700000000021,
    IssueProposal1700000000030,
    Distribution1700000000040,
  ],
  rights: bulletinRights,
  jobs: [AuditCheckpoints, RequeueDeliveries],
  tasks: [DeliverBulletin],
  register: (runtime) => BulletinModule.register(runtime),
};
