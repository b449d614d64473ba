import { type Service } from '#libs/contracts/topics.js';
import { type ServiceProcess } from './service-process.js';

/** Counters of one service by name, without the product's prefix. */
export type Metrics = Readonly<Record<string, number>>;

/** Reads the counters that every service shows under `/metrics`. */
export async function readMetrics(
  services: ReadonlyMap<Service, ServiceProcess>,
): Promise<Map<Service, Metrics>> {
  const read = [...services].map(async ([service, process]) => {
    const response = await fetch(`${await process.url()}/api/${service}/metrics`);
    return [service, parseMetrics(await response.text())] as const;
  });
  return new Map(await Promise.all(read));
}

function parseMetrics(text: string): Metrics {
  const pairs = [...text.matchAll(/^caravanserai_(\w+) (\d+)$/gm)].map((match) => [
    match[1] ?? '',
    Number(match[2]),
  ]);
  return Object.fromEntries(pairs) as Metrics;
}
