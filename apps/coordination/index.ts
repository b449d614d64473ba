import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { CoordinationModule } from './coordination.module.js';
import { CloseAutomatically } from './closing/close-automatically.job.js';
import { BulletinText1700000000003 } from './migrations/1700000000003-bulletin-text.js';
import { Coordination1700000000001 } from './migrations/1700000000001-coordination.js';
import { Editions1700000000002 } from './migrations/1700000000002-editions.js';
import { NominalKeys1700000000060 } from '#libs/nominal/nominal-keys.migration.js';
import { SealedValues1700000000062 } from './migrations/1700000000062-sealed-values.js';
import { HeldPlan1700000000030 } from './migrations/1700000000030-held-plan.js';
import { SealsArrived1700000000004 } from './migrations/1700000000004-seals-arrived.js';
import { coordinationRights } from './table-rights.js';

/** The coordination service. It loads and publishes the Operation Plans when it starts. */
export const coordinationService: ServiceDefinition = {
  name: 'coordination',
  migrations: [
    Coordination1700000000001,
    Editions1700000000002,
    BulletinText1700000000003,
    SealsArrived1700000000004,
    HeldPlan1700000000030,
    NominalKeys1700000000060,
    SealedValues1700000000062,
  ],
  rights: coordinationRights,
  jobs: [CloseAutomatically],
  register: (runtime) => CoordinationModule.register(runtime),
};
