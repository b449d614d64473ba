import { type DataSource } from 'typeorm';
import { type Log } from '#libs/messaging/log.js';
import { type Clock } from '#libs/observability/clock.js';
import { inOneView, verifyChain } from '../verification/verify-chain.js';

/** What the last recomputation of a chain gave. */
export interface VerifiedChain {
  readonly verifiedAt: string;
  readonly verifiedUpTo: number;
  readonly problems: number;
}

export interface VerifyRegularlyOptions {
  readonly dataSource: DataSource;
  readonly schema: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between two recomputations; a day unless told. */
  readonly everyMs?: number;
}

const DAY_MS = 86_400_000;
/** Findings that are told one by one. */
const MOST_TOLD = 20;

/** Recomputes the chain of a service at the start and once a day, and says loudly what is wrong. */
export class VerifyRegularly {
  private last: VerifiedChain | undefined;
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: VerifyRegularlyOptions) {}

  start(): void {
    this.timer = setInterval(() => this.begin(), this.options.everyMs ?? DAY_MS);
    this.timer.unref();
    this.begin();
  }

  /** Lets the recomputation in hand finish. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  read(): VerifiedChain | undefined {
    return this.last;
  }

  private begin(): void {
    this.running = this.verify().catch((err: unknown) =>
      this.options.log.error({ err }, 'The audit trail could not be recomputed.'),
    );
  }

  private async verify(): Promise<void> {
    const { dataSource, schema, clock, log } = this.options;
    const { position, findings } = await inOneView(dataSource, (manager) => verifyChain(manager, schema));
    for (const finding of findings.slice(0, MOST_TOLD))
      log.error({ ...finding }, 'The audit trail was altered: run "cli verify --audit".');
    this.last = { verifiedAt: clock.now(), verifiedUpTo: position, problems: findings.length };
  }
}
