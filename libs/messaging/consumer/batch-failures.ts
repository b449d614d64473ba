import { type ReceivedEvent } from '../received-event.js';
import { classifyError } from './classify-error.js';
import { EventFailure } from './event-failure.js';
import { type RetryPolicy } from './retry-policy.js';

/** What to do after a failed attempt. */
export interface NextStep {
  /** How many failures the wait is for; 0: repeat at once. */
  readonly wait: number;
  readonly cause: unknown;
  readonly event?: ReceivedEvent;
}

/** The failed attempts of one batch, and what follows from them. */
export class BatchFailures {
  readonly givenUp = new Map<ReceivedEvent, unknown>();
  /** From the first failure on each event gets a savepoint. */
  careful = false;
  private readonly failuresOf = new Map<ReceivedEvent, number>();
  private others = 0;

  constructor(private readonly policy: RetryPolicy) {}

  /** Marks an error as the fault of the surroundings, whatever event it met. */
  static environment(error: unknown): Error {
    const cause = error instanceof EventFailure ? error.cause : error;
    return Object.assign(new Error('the connection to the database was lost', { cause }), { code: '08006' });
  }

  note(error: unknown): NextStep {
    const wasCareful = this.careful;
    this.careful = true;
    if (!(error instanceof EventFailure)) return this.noteOther(error, wasCareful);
    const { event, cause } = error;
    switch (classifyError(cause)) {
      case 'permanent':
        this.givenUp.set(event, cause);
        return { wait: 0, cause, event };
      case 'early':
      case 'environment':
        this.others += 1;
        return { wait: this.others, cause, event };
      case 'transient':
        return this.noteTransient(event, cause);
    }
  }

  private noteTransient(event: ReceivedEvent, cause: unknown): NextStep {
    const failures = (this.failuresOf.get(event) ?? 0) + 1;
    this.failuresOf.set(event, failures);
    if (failures >= this.policy.attempts) {
      this.givenUp.set(event, cause);
      return { wait: 0, cause, event };
    }
    return { wait: failures, cause, event };
  }

  /** No event is to blame: a commit that was refused shows its culprit when each event has a savepoint. */
  private noteOther(cause: unknown, wasCareful: boolean): NextStep {
    if (!wasCareful && classifyError(cause) !== 'environment') return { wait: 0, cause };
    this.others += 1;
    return { wait: this.others, cause };
  }
}
