import { bulletinService } from '#apps/bulletin/index.js';
import { coordinationService } from '#apps/coordination/index.js';
import { identityService } from '#apps/identity/index.js';
import { reportingService } from '#apps/reporting/index.js';
import { type Service } from '#libs/contracts/topics.js';
import { hasEvents } from '#libs/service-host/messaging.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';

/** Every service of the product. */
export const SERVICE_DEFINITIONS: readonly ServiceDefinition[] = [
  reportingService,
  coordinationService,
  bulletinService,
  identityService,
];

/** The services that take part in events: those with a log, topics and consumers. */
export const EVENT_SERVICE_DEFINITIONS = SERVICE_DEFINITIONS.filter(({ name }) => hasEvents(name));

/** The definition of one service. */
export function serviceDefinition(name: Service): ServiceDefinition {
  const found = SERVICE_DEFINITIONS.find((definition) => definition.name === name);
  if (!found) throw new Error(`There is no service ${name}.`);
  return found;
}
