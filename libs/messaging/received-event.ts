import { BaseRpcContext } from '@nestjs/microservices';
import { type EntityManager } from 'typeorm';

/** An event as a handler sees it: decoded, of a checked shape, met for the first time by this consumer. */
export interface ReceivedEvent<T extends object = object> {
  readonly id: string;
  readonly type: string;
  readonly topic: string;
  readonly key: string;
  /** Per-key sequence given by the producer's event log. */
  readonly sequence: number;
  /** Business instant of the event (UTC). */
  readonly time: string;
  readonly subject?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly data: T;
}

/**
 * Second argument of an `@EventPattern` handler. The manager belongs to the transaction in which the inbox row was
 * written: the handler's effect and the inbox row commit together or not at all.
 */
export class EventContext extends BaseRpcContext<[EntityManager]> {
  get manager(): EntityManager {
    return this.getArgs()[0];
  }
}

/**
 * What the event needs is on its way on another topic and has not arrived yet. The event and those behind it on its
 * partition wait, as long as it takes, and never become dead letters for it; other partitions go on. A wait that lasts
 * shows as a stalled consumer.
 */
export class NotYetError extends Error {
  override readonly name = 'NotYetError';
}

/**
 * An error that no repetition can cure: the event goes to the dead letters at once. Every other error of a handler is
 * taken as transient first.
 */
export class PermanentEventError extends Error {
  constructor(
    /** Stable code, e.g. `shape.invalid`, `operation.unknown`. */
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PermanentEventError';
  }
}
