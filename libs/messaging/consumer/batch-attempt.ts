import { type EntityManager } from 'typeorm';
import { failpoint } from '../failpoints.js';
import { EventContext, type ReceivedEvent } from '../received-event.js';
import { type BatchSession } from './batch-session.js';
import { classifyError } from './classify-error.js';
import { type DeadLetter, deadLetter } from './dead-letter.js';
import { EventFailure } from './event-failure.js';
import { type EventRoutes } from './event-routes.js';
import { HandlerTimeout, withinTime } from './handler-timeout.js';
import { type Inbox } from './inbox.js';
import { type IncomingRecord } from './incoming-record.js';

/** An event and the record it came in. */
export interface EventOfBatch {
  readonly record: IncomingRecord;
  readonly event: ReceivedEvent;
}

/** What is to be done, and what is known of it from earlier attempts. */
export interface AttemptPlan {
  readonly events: readonly EventOfBatch[];
  /** Dead letters from before the transaction: unreadable records. */
  readonly unreadable: readonly DeadLetter[];
  /** Events given up, with their last error; their handlers are not called again. */
  readonly givenUp: ReadonlyMap<ReceivedEvent, unknown>;
  /** A savepoint for each event. Off until something fails: it costs two round trips an event. */
  readonly careful: boolean;
}

export interface AttemptResult {
  readonly processed: number;
  readonly duplicates: number;
  readonly letters: readonly DeadLetter[];
}

/** Parts of a consumer that an attempt works with. */
export interface AttemptTools {
  readonly inbox: Inbox;
  readonly routes: EventRoutes;
  readonly handlerTimeoutMs: number;
}

/** One run over a batch inside of a transaction, up to the point of committing it. */
export class BatchAttempt {
  private readonly letters: DeadLetter[];
  private readonly forgotten: string[] = [];
  private processed = 0;
  private duplicates = 0;

  constructor(
    private readonly tools: AttemptTools,
    private readonly plan: AttemptPlan,
    private readonly manager: EntityManager,
  ) {
    this.letters = [...plan.unreadable];
  }

  async run(session: BatchSession): Promise<AttemptResult> {
    await session.begin?.(this.manager);
    const fresh = await this.tools.inbox.note(
      this.manager,
      this.plan.events.map(({ event }) => event.id),
    );
    failpoint('consumer.inbox-written');
    for (const entry of this.plan.events) {
      // The second of two equal ids within the batch finds its id gone.
      if (fresh.delete(entry.event.id)) await this.take(entry);
      else this.duplicates += 1;
    }
    if (this.forgotten.length > 0) await this.tools.inbox.forget(this.manager, this.forgotten);
    await session.beforeCommit?.(this.manager, this.letters);
    failpoint('consumer.before-commit');
    return { processed: this.processed, duplicates: this.duplicates, letters: this.letters };
  }

  private async take(entry: EventOfBatch): Promise<void> {
    const { event } = entry;
    if (this.plan.givenUp.has(event)) return this.giveUp(entry, this.plan.givenUp.get(event));
    try {
      await (this.plan.careful ? this.handleInSavepoint(event) : this.handle(event));
      this.processed += 1;
    } catch (error) {
      if (!this.plan.careful || classifyError(error) !== 'permanent') throw new EventFailure(event, error);
      await this.manager.query('rollback to savepoint event');
      this.giveUp(entry, error);
    }
  }

  private giveUp({ record, event }: EventOfBatch, error: unknown): void {
    this.letters.push(deadLetter(record, error));
    this.forgotten.push(event.id);
  }

  private async handleInSavepoint(event: ReceivedEvent): Promise<void> {
    await this.manager.query('savepoint event');
    await this.handle(event);
    // Deferred constraints speak up here, where it is known whose fault it is, and not at the commit.
    await this.manager.query(
      'set constraints all immediate; set constraints all deferred; release savepoint event',
    );
  }

  private async handle(event: ReceivedEvent): Promise<void> {
    const context = new EventContext([this.manager]);
    await withinTime(event.type, this.tools.handlerTimeoutMs, async () => {
      for (const handler of this.tools.routes.of(event.type)) await handler(event, context);
    });
  }
}

/** Whether a handler may still be using the connection. */
export function leftHanging(error: unknown): boolean {
  return error instanceof EventFailure && error.cause instanceof HandlerTimeout;
}
