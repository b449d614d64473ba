import { assertFailpointsAllowed, failpoint } from '../failpoints.js';
import { type LoggedEvent } from '../event-log/event-columns.js';
import { type Log } from '../log.js';
import { Lease, type LeaseOptions } from './lease.js';
import { claim, countFailed, mark, markFailed } from './log-table.js';
import { PublishedPlaces } from './published-places.js';
import { type Publisher } from './publisher.js';
import { reconcile } from './reconcile.js';
import { BatchTooLargeError } from './relay-errors.js';
import { WakeUp } from './wake-up.js';

export interface RelayOptions extends LeaseOptions {
  readonly publisher: Publisher;
  /** Topics that the service owns, by their names in the contracts. */
  readonly topics: readonly string[];
  readonly log: Log;
  /** Events in one publish at most; 500 unless told. */
  readonly maxCount?: number;
  /** Bytes in one publish at most, also of one record batch; 512 kB unless told. A larger event goes alone. */
  readonly maxBytes?: number;
  /** Longest time between two looks at the log, and of a standby between two tries; 1 s unless told. */
  readonly pollMs?: number;
  /** Pause after the first failure, doubled up to 5 s; 100 ms unless told. */
  readonly retryMs?: number;
  /** Hint to readers in this process that there are new positions. */
  readonly positioned?: () => void;
}

/** What the relay is doing; for health and metrics. */
export interface RelayStatus {
  readonly role: 'stopped' | 'standby' | 'active' | 'failing';
  /** Events positioned since the start. */
  readonly published: number;
  /** Events found on the broker that needed no second publishing. */
  readonly reconciled: number;
  /** Events that the broker never takes; their keys wait. */
  readonly failed: number;
  /** Message of the failure that is being retried. */
  readonly error: string | undefined;
}

/** PostgreSQL channel on which other processes hear of new positions. */
export function positionedChannel(schema: string): string {
  return `${schema}_positioned`;
}

const MAX_RETRY_MS = 5_000;
/** Between two NOTIFY while events flow without a pause. */
const NOTIFY_MS = 20;

/**
 * Moves events from the log to the publisher, in order, and gives them positions. One relay of a log works at a time;
 * others stand by. Any failure ends the lease and begins anew with a reconciliation.
 */
export class Relay {
  private readonly wakeUp = new WakeUp();
  private readonly places = new PublishedPlaces();
  private readonly maxCount: number;
  private readonly pollMs: number;
  private running: Promise<void> | undefined;
  private stopping = false;
  private unannounced = false;
  private announcedAt = 0;
  private status: RelayStatus = {
    role: 'stopped',
    published: 0,
    reconciled: 0,
    failed: 0,
    error: undefined,
  };

  constructor(private readonly options: RelayOptions) {
    this.maxCount = options.maxCount ?? 500;
    this.pollMs = options.pollMs ?? 1_000;
  }

  start(): void {
    assertFailpointsAllowed();
    this.running ??= this.run();
  }

  /** Tells that something was committed. */
  wake(): void {
    this.wakeUp.call();
  }

  /** Ends after the publish at hand was marked, and closes the publisher. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp.call();
    await this.running;
    await this.options.publisher.close();
    this.set({ role: 'stopped' });
  }

  read(): RelayStatus {
    return this.status;
  }

  private set(change: Partial<RelayStatus>): void {
    this.status = { ...this.status, ...change };
  }

  private async run(): Promise<void> {
    const firstRetry = this.options.retryMs ?? 100;
    let retryMs = firstRetry;
    while (!this.stopping) {
      const before = this.status.published;
      try {
        await this.withLease((lease) => this.lead(lease));
      } catch (error) {
        this.failed(error);
        if (this.status.published > before) retryMs = firstRetry;
        await this.pauseOrStop(retryMs);
        retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
      }
    }
  }

  private failed(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.set({ role: 'failing', error: message });
    this.options.log.error({ err: error, schema: this.options.schema }, `The relay begins anew: ${message}`);
  }

  /** Hints must not shorten the pause after a failure. */
  private async pauseOrStop(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    for (let left = milliseconds; left > 0 && !this.stopping; left = end - performance.now())
      await this.wakeUp.wait(left);
  }

  private async withLease(work: (lease: Lease) => Promise<void>): Promise<void> {
    const lease = await Lease.connect(this.options);
    try {
      while (!this.stopping && !(await lease.tryAcquire())) {
        this.set({ role: 'standby' });
        await this.pauseOrStop(this.pollMs);
      }
      if (!this.stopping) await work(lease);
    } finally {
      await lease.release();
    }
  }

  private async lead(lease: Lease): Promise<void> {
    const { schema, log } = this.options;
    this.places.forget();
    await this.reconcile(lease);
    await this.alarmFailed(lease);
    log.info({ schema }, 'The relay is active.');
    this.set({ role: 'active', error: undefined });
    await this.passes(lease);
  }

  private async passes(lease: Lease): Promise<void> {
    let count = this.maxCount;
    while (!this.stopping) {
      const { events, hasMore } = await claim(lease, { count, bytes: this.options.maxBytes ?? 512_000 });
      failpoint('relay.claimed');
      if (events.length > 0 && !(await this.publish(lease, events))) {
        count = Math.max(1, Math.floor(events.length / 2));
        continue;
      }
      await this.notify(lease, hasMore || this.wakeUp.isCalled ? NOTIFY_MS : 0);
      count = Math.min(count * 2, this.maxCount);
      if (!hasMore) await this.wakeUp.wait(this.pollMs);
    }
  }

  /** A hint to readers of the log in other processes, outside of any transaction of importance; polling is the truth. */
  private async notify(lease: Lease, notBeforeMs: number): Promise<void> {
    if (!this.unannounced || performance.now() - this.announcedAt < notBeforeMs) return;
    this.unannounced = false;
    this.announcedAt = performance.now();
    if (!this.options.publisher.toBroker)
      await lease.query(`select pg_notify($1, '')`, [positionedChannel(this.options.schema)]);
  }

  /** False when the broker refused the batch for its size. */
  private async publish(lease: Lease, events: readonly LoggedEvent[]): Promise<boolean> {
    try {
      const placed = await this.options.publisher.publish(events);
      this.places.take(events, placed);
      failpoint('relay.published-not-marked');
      await mark(
        lease,
        events.map(({ row }, index) => ({ row, place: placed[index] })),
      );
      failpoint('relay.marked');
      this.set({ published: this.status.published + events.length });
      this.announce();
      return true;
    } catch (error) {
      if (!(error instanceof BatchTooLargeError)) throw error;
      await this.tooLarge(lease, events, error);
      return false;
    }
  }

  private async tooLarge(lease: Lease, events: readonly LoggedEvent[], error: Error): Promise<void> {
    const [event] = events;
    if (event === undefined || events.length > 1) {
      this.options.log.warn({ events: events.length }, `${error.message} Smaller batches follow.`);
      await this.reconcile(lease);
      return;
    }
    await markFailed(lease, event, error.message);
    await this.alarmFailed(lease);
  }

  private async reconcile(lease: Lease): Promise<void> {
    const { publisher, topics, schema, log } = this.options;
    const count = await reconcile({ lease, publisher, topics, places: this.places });
    if (count === 0) return;
    this.set({ reconciled: this.status.reconciled + count });
    log.warn({ schema, count }, `${count} events were on the broker already and were marked.`);
    this.announce();
  }

  private announce(): void {
    this.unannounced = true;
    this.options.positioned?.();
  }

  private async alarmFailed(lease: Lease): Promise<void> {
    const failed = await countFailed(lease);
    this.set({ failed });
    if (failed === 0) return;
    this.options.log.error(
      { schema: this.options.schema, failed },
      `${failed} events are too large for the broker. They and the later events of their keys wait: raise the topic's max.message.bytes, then release them (release-failed-events).`,
    );
  }
}
