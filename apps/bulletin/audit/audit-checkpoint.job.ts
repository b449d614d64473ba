import { Injectable } from '@nestjs/common';
import { type ServiceJob } from '#libs/jobs/service-job.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { BulletinSigner } from '../signing/bulletin-signer.js';
import { CheckpointRepository } from './checkpoint.repository.js';
import { SignCheckpoint } from './sign-checkpoint.js';

const HOUR_IN_MS = 3_600_000;

/** Signs the ends of all audit trails once an hour. */
@Injectable()
export class AuditCheckpoints implements ServiceJob {
  readonly name = 'audit-checkpoint';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checkpoints: CheckpointRepository,
    private readonly signCheckpoint: SignCheckpoint,
    private readonly signer: BulletinSigner,
  ) {}

  async run(now: string): Promise<void> {
    const key = await this.signer.keyAt(now);
    await this.unitOfWork.run(async (manager) => {
      const last = await this.checkpoints.last(manager);
      if (last && Date.parse(now) - Date.parse(last.madeAt) < HOUR_IN_MS) return;
      await this.signCheckpoint.run(manager, now, key);
    });
  }
}
