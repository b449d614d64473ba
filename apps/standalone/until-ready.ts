import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { StartError } from './explain.js';
import { type ServicesApi } from './pages/services-api.js';

const TIMEOUT = 60_000;
const BETWEEN_LOOKS = 25;

/**
 * Waits until every service says that it can serve.
 * @throws StartError with the answer of the service that did not get ready
 */
export async function untilReady(
  api: ServicesApi,
  definitions: readonly ServiceDefinition[],
  stopping: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + TIMEOUT;
  for (const { name } of definitions) {
    for (let last = await api.readiness(name); !last.ready; last = await api.readiness(name)) {
      stopping.throwIfAborted();
      if (performance.now() > deadline)
        throw new StartError(`The ${name} service did not get ready in a minute: ${last.answer}`);
      await pause(BETWEEN_LOOKS);
    }
  }
}
