import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { CoordinationModule } from './coordination.module.js';
import { BulletinText1700000000003 } from './migrations/1700000000003-bulletin-text.js';
import { Coordination1700000000001 } from './migrations/1700000000001-coordination.js';

/** The coordination service. It loads and publishes the Operation Plans when it starts. */
export const coordinationService: ServiceDefinition = {
  name: 'coordination',
  migrations: [Coordination1700000000001, BulletinText1700000000003],
  register: (runtime) => CoordinationModule.register(runtime),
};
