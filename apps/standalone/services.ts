import { bulletinService } from '#apps/bulletin/index.js';
import { coordinationService } from '#apps/coordination/index.js';
import { identityService } from '#apps/identity/index.js';
import { reportingService } from '#apps/reporting/index.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';

/** All services of the product. */
export const ALL_SERVICES: readonly ServiceDefinition[] = [
  reportingService,
  coordinationService,
  bulletinService,
  identityService,
];
