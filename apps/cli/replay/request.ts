import { setTimeout as delay } from 'node:timers/promises';
import { EVENT_SERVICES, type Service } from '#libs/contracts/topics.js';
import { type ServiceProcess } from './service-process.js';

/** One HTTP request to the product's public API. */
export interface ReplayRequest {
  readonly method: 'GET' | 'POST';
  /** `/api/<service>/…` */
  readonly path: string;
  /** Absent for addresses that are public. */
  readonly party?: string;
  /** Instant in UTC that the request's clock shows; absent: the server's. */
  readonly at?: string;
  readonly body?: unknown;
}

export interface ReplayAnswer {
  readonly status: number;
  readonly bytes: Buffer;
  /** The outcome of an earlier try is unknown: the service was killed or did not answer. */
  readonly wasRepeated: boolean;
}

const PATIENCE = 60_000;
const PAUSE = 50;

/** Sends requests to the supervised services; one that gets no answer is sent again, as any client would. */
export class ReplayClient {
  constructor(private readonly services: ReadonlyMap<Service, Pick<ServiceProcess, 'url'>>) {}

  /** @throws Error when no answer came within a minute */
  async send(request: ReplayRequest): Promise<ReplayAnswer> {
    const until = performance.now() + PATIENCE;
    for (let wasRepeated = false; ; wasRepeated = true) {
      try {
        const answer = await this.once(request);
        if (answer.status !== 503) return { ...answer, wasRepeated };
        if (performance.now() > until) return { ...answer, wasRepeated };
      } catch (error) {
        if (performance.now() > until) {
          throw new Error(`No answer to ${request.method} ${request.path} within a minute.`, {
            cause: error,
          });
        }
      }
      await delay(PAUSE);
    }
  }

  private async once({
    method,
    path,
    party,
    at,
    body,
  }: ReplayRequest): Promise<{ status: number; bytes: Buffer }> {
    const service = EVENT_SERVICES.find((name) => path.startsWith(`/api/${name}/`));
    const process = service && this.services.get(service);
    if (!process) throw new Error(`No service answers ${path}.`);
    const response = await fetch(`${await process.url()}${path}`, {
      method,
      headers: {
        ...(party !== undefined && { 'x-acting-party': party }),
        ...(at !== undefined && { 'x-clock': at }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  }
}
