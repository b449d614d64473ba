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

/** How many requests were sent again, and the one that took longest from its first sending to its answer. */
export interface Repeats {
  readonly requests: number;
  readonly longest?: { readonly path: string; readonly seconds: number };
}

/** Milliseconds for which a request is sent again: a busy machine is waited for. */
export const PATIENCE = 600_000;
const PAUSE = 50;
/** Longer than the service itself may take for the files of a bulletin. */
const ANSWER_TIMEOUT = 200_000;
const LONGEST_PAUSE = 30_000;

interface Received {
  readonly status: number;
  readonly bytes: Buffer;
  /** Milliseconds after which a refused request is worth sending again. */
  readonly pause: number;
}

/** Sends requests to the supervised services; one that gets no answer is sent again, as any client would. */
export class ReplayClient {
  private repeated: Repeats = { requests: 0 };

  /** @param patience milliseconds for which a request without an answer, or answered with 503, is sent again */
  constructor(
    private readonly services: ReadonlyMap<Service, Pick<ServiceProcess, 'url'>>,
    private readonly patience = PATIENCE,
  ) {}

  /** What had to be sent again so far. */
  get repeats(): Repeats {
    return this.repeated;
  }

  /** @throws Error when no answer came in time */
  async send(request: ReplayRequest): Promise<ReplayAnswer> {
    const began = performance.now();
    const answer = await this.untilAnswered(request, began + this.patience);
    if (answer.wasRepeated) this.countRepeat(request.path, (performance.now() - began) / 1000);
    return answer;
  }

  private countRepeat(path: string, seconds: number): void {
    const { requests, longest } = this.repeated;
    const isLongest = longest === undefined || seconds > longest.seconds;
    this.repeated = { requests: requests + 1, longest: isLongest ? { path, seconds } : longest };
  }

  private async untilAnswered(request: ReplayRequest, until: number): Promise<ReplayAnswer> {
    for (let wasRepeated = false; ; wasRepeated = true) {
      let pause = PAUSE;
      try {
        const { status, bytes, ...received } = await this.once(request);
        if (status !== 503 || performance.now() > until) return { status, bytes, wasRepeated };
        pause = received.pause;
      } catch (error) {
        if (performance.now() > until) throw this.unanswered(request, error);
      }
      await delay(pause);
    }
  }

  private unanswered({ method, path }: ReplayRequest, cause: unknown): Error {
    const seconds = Math.round(this.patience / 1000);
    return new Error(`No answer to ${method} ${path} within ${seconds} s.`, { cause });
  }

  private async once({ method, path, party, at, body }: ReplayRequest): Promise<Received> {
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
      signal: AbortSignal.timeout(ANSWER_TIMEOUT),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, bytes, pause: pauseOf(response.headers.get('retry-after')) };
  }
}

/** The pause that a header Retry-After with seconds asks for, within bounds. */
function pauseOf(retryAfter: string | null): number {
  const seconds = /^\d+$/.exec(retryAfter ?? '')?.[0];
  return seconds === undefined ? PAUSE : Math.min(Math.max(Number(seconds) * 1000, PAUSE), LONGEST_PAUSE);
}
