import { EVENT_SERVICES, type Service } from '#libs/contracts/topics.js';
import { ReplayInputError } from './replay.types.js';

/**
 * Sorts the values of `--failpoint` by service: `reporting:relay.marked:kill:2` arms `relay.marked:kill:2` in reporting;
 * several of one service are joined by commas.
 * @throws ReplayInputError for a value without service or without point
 */
export function failpointsByService(given: readonly string[]): Map<Service, string> {
  const points = new Map<Service, string>();
  for (const text of given) {
    const service = EVENT_SERVICES.find((name) => text.startsWith(`${name}:`));
    const point = service && text.slice(service.length + 1);
    if (!service || !point)
      throw new ReplayInputError(
        `--failpoint ${text}: give one of ${EVENT_SERVICES.join(', ')}, a colon and the failpoint.`,
      );
    const known = points.get(service);
    points.set(service, known === undefined ? point : `${known},${point}`);
  }
  return points;
}
