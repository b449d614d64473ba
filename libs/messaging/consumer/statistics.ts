import { performance } from 'node:perf_hooks';
import { SystemClock } from '#libs/observability/clock.js';
import { type WaitingPartitions } from './waiting-partitions.js';

/** What a consumer has done since it started. */
export interface ConsumerStatistics {
  /** Events whose handlers' effects were committed. */
  readonly processed: number;
  /** Events absorbed because this consumer had taken them before. */
  readonly duplicates: number;
  /** Events passed over because no handler takes their type. */
  readonly ignored: number;
  readonly deadLettered: number;
  /** Batches repeated after a passing failure. */
  readonly retried: number;
  /** Partitions whose next event waits, at this moment, for something that travels elsewhere. */
  readonly waiting: number;
  /** Last moment at which the consumer was seen to move, be it to find nothing new (RFC 3339). */
  readonly lastProgressAt: string;
}

type Counter = Exclude<keyof ConsumerStatistics, 'lastProgressAt' | 'waiting'>;

/** Counters of one consumer and its sign of life. */
export class ConsumerProgress {
  private readonly clock = new SystemClock();
  private readonly counts = { processed: 0, duplicates: 0, ignored: 0, deadLettered: 0, retried: 0 };
  private lastProgressAt = this.clock.now();
  private lastMoved = performance.now();

  constructor(private readonly waiting: WaitingPartitions) {}

  add(counter: Counter, count = 1): void {
    this.counts[counter] += count;
  }

  moved(): void {
    this.lastProgressAt = this.clock.now();
    this.lastMoved = performance.now();
  }

  /** True when the consumer has not moved for that long, e.g. because it repeats one batch for ever, or one partition waits. */
  isStalled(milliseconds: number): boolean {
    return performance.now() - this.lastMoved > milliseconds || this.waiting.longest() > milliseconds;
  }

  snapshot(): ConsumerStatistics {
    return { ...this.counts, waiting: this.waiting.count, lastProgressAt: this.lastProgressAt };
  }
}
