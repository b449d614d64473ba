import { type Log } from '#libs/messaging/log.js';
import { Lease } from '#libs/messaging/relay/lease.js';
import { WakeUp } from '#libs/messaging/relay/wake-up.js';
import { chain } from '../chain.domain.js';
import { headOf, insertSeals, unsealed } from './seal-table.js';

export interface SealerOptions {
  readonly databaseUrl: string;
  /** Role that the connection takes on; the user of the URL unless told. */
  readonly role?: string;
  readonly schema: string;
  readonly log: Log;
  /** Longest time between two looks at what waits, and of a standby between two tries; half a second unless told. */
  readonly pollMs?: number;
}

/** What the sealer is doing; for health. */
export interface SealerStatus {
  readonly role: 'stopped' | 'standby' | 'active' | 'failing';
  /** Entries sealed since the start. */
  readonly sealed: number;
  readonly error: string | undefined;
}

const MAX_RETRY_MS = 5_000;
const FIRST_RETRY_MS = 100;

/**
 * Chains the entries of a service's audit trail, within a second of their commit. One sealer of a trail works at a time;
 * others stand by. Changes never wait for it.
 */
export class Sealer {
  private readonly wakeUp = new WakeUp();
  private readonly pollMs: number;
  private running: Promise<void> | undefined;
  private stopping = false;
  private status: SealerStatus = { role: 'stopped', sealed: 0, error: undefined };

  constructor(private readonly options: SealerOptions) {
    this.pollMs = options.pollMs ?? 500;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Tells that something was committed. */
  wake(): void {
    this.wakeUp.call();
  }

  /** Ends after the batch at hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp.call();
    await this.running;
    this.set({ role: 'stopped' });
  }

  read(): SealerStatus {
    return this.status;
  }

  private set(change: Partial<SealerStatus>): void {
    this.status = { ...this.status, ...change };
  }

  private async run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.stopping) {
      const before = this.status.sealed;
      try {
        await this.withLease();
      } catch (error) {
        this.failed(error);
        retryMs = this.status.sealed > before ? FIRST_RETRY_MS : Math.min(retryMs * 2, MAX_RETRY_MS);
        await this.pauseOrStop(retryMs);
      }
    }
  }

  private failed(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.set({ role: 'failing', error: message });
    this.options.log.error({ err: error, schema: this.options.schema }, `The sealer begins anew: ${message}`);
  }

  /** Hints must not shorten the pause after a failure. */
  private async pauseOrStop(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    for (let left = milliseconds; left > 0 && !this.stopping; left = end - performance.now())
      await this.wakeUp.wait(left);
  }

  private async withLease(): Promise<void> {
    const lease = await Lease.connect({ ...this.options, duty: 'audit' });
    try {
      while (!this.stopping && !(await lease.tryAcquire())) {
        this.set({ role: 'standby' });
        await this.pauseOrStop(this.pollMs);
      }
      if (!this.stopping) this.set({ role: 'active', error: undefined });
      while (!this.stopping) if ((await this.pass(lease)) === 0) await this.wakeUp.wait(this.pollMs);
    } finally {
      await lease.release();
    }
  }

  /** @returns how many were sealed */
  private async pass(lease: Lease): Promise<number> {
    const entries = await unsealed(lease);
    if (entries.length === 0) return 0;
    await insertSeals(lease, chain(await headOf(lease), entries));
    this.set({ sealed: this.status.sealed + entries.length });
    return entries.length;
  }
}
