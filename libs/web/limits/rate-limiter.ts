import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { type DataSource } from 'typeorm';
import { ProblemError } from '../problem.js';
import { RATE_LIMITS, type RateKind, type RateLimit, type RateLimits } from './rate-limits.js';

type Counter = RateLimiterMemory | RateLimiterPostgres;

/** Counts requests by kind and sender: in PostgreSQL for all processes of a service, in memory what is cheap. */
export class RateLimiter {
  private readonly counters: ReadonlyMap<RateKind, Counter>;

  constructor(dataSource: DataSource, limits: RateLimits = RATE_LIMITS) {
    const kinds = Object.keys(limits) as RateKind[];
    this.counters = new Map(kinds.map((kind) => [kind, counterOf(kind, limits[kind], dataSource)]));
  }

  /**
   * Counts one request.
   * @throws ProblemError 429 `too-many-requests` with the seconds to wait
   */
  async count(kind: RateKind, sender: string): Promise<void> {
    try {
      await this.counters.get(kind)?.consume(sender);
    } catch (error) {
      throw isSpent(error) ? tooMany(error) : error;
    }
  }

  /** @throws ProblemError 429 where requests of this kind are spent; counts nothing */
  async check(kind: RateKind, sender: string): Promise<void> {
    const state = await this.counters.get(kind)?.get(sender);
    if (state && state.remainingPoints <= 0) throw tooMany(state);
  }
}

function counterOf(kind: RateKind, { requests, seconds, countedIn }: RateLimit, source: DataSource): Counter {
  const options = { keyPrefix: kind, points: requests, duration: seconds };
  if (countedIn === 'process') return new RateLimiterMemory(options);
  return new RateLimiterPostgres({
    ...options,
    storeClient: source,
    storeType: 'typeorm',
    tableName: 'rate_limit',
    // The table is that of a migration; who has spent a limit costs no further statement until it is over.
    tableCreated: true,
    inMemoryBlockOnConsumed: requests + 1,
  });
}

/** The library throws what it counted; by its shape, since classes of two realms differ. */
function isSpent(error: unknown): error is RateLimiterRes {
  return error instanceof RateLimiterRes || (error as Partial<RateLimiterRes>).msBeforeNext !== undefined;
}

function tooMany({ msBeforeNext }: RateLimiterRes): ProblemError {
  return new ProblemError(429, 'too-many-requests', {
    retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  });
}
