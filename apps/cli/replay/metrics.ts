import { EVENT_SERVICES, type Service } from '#libs/contracts/topics.js';
import { type ReplayClient } from './request.js';

/** Counters of one service by name, without the product's prefix. */
export type Metrics = Readonly<Record<string, number>>;

/** Reads the counters that every service shows under `/metrics`; they begin anew where a service was started again. */
export async function readMetrics(client: Pick<ReplayClient, 'send'>): Promise<Map<Service, Metrics>> {
  const read = EVENT_SERVICES.map(async (service) => {
    const { bytes } = await client.send({ method: 'GET', path: `/api/${service}/metrics` });
    return [service, parseMetrics(bytes.toString('utf8'))] as const;
  });
  return new Map(await Promise.all(read));
}

/** Counters out of the Prometheus text format; lines of other products are skipped. */
export function parseMetrics(text: string): Metrics {
  const pairs = [...text.matchAll(/^caravanserai_(\w+) (\d+)$/gm)].map((match) => [
    match[1] ?? '',
    Number(match[2]),
  ]);
  return Object.fromEntries(pairs) as Metrics;
}
