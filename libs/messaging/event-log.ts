import { type EntityManager } from 'typeorm';
import { type EventDefinition } from '#libs/contracts/topics.js';

/** An event to append. Its id and per-key sequence are made by the log. */
export interface NewEvent<T extends object = object> {
  readonly definition: EventDefinition<T>;
  /** Topic key: `operation|unit` or `operation`. */
  readonly key: string;
  readonly data: T;
  /** Business instant (UTC) from the command or the causing event; becomes `ce_time`. */
  readonly occurredAt: string;
  /** CloudEvents `subject`, e.g. `UZ-ANG/2017-09-05/1`. */
  readonly subject?: string;
  /** Id of the event that caused this one. */
  readonly causationId?: string;
  readonly correlationId?: string;
}

export interface AppendedEvent {
  /** UUIDv5 of topic, key, sequence and type. */
  readonly id: string;
  /** 1, 2, 3 … within topic and key. */
  readonly sequence: number;
}

/**
 * The kept event log (an outbox whose rows stay). Appending validates the data strictly against the event's shape and
 * takes part in the caller's transaction; concurrent appends to one key wait for each other, so that sequence order is
 * commit order.
 */
export abstract class EventLog {
  abstract append<T extends object>(manager: EntityManager, event: NewEvent<T>): Promise<AppendedEvent>;
  /** Appends many at once, in the order given: what a closing attempt needs for the seals of thousands of units. */
  abstract appendAll(manager: EntityManager, events: readonly NewEvent[]): Promise<readonly AppendedEvent[]>;
  /**
   * Locks the keys and returns the sequence of the last event of each, in the order given; 0 where there is none.
   * @param keys each once
   */
  abstract lastSequences(manager: EntityManager, topic: string, keys: readonly string[]): Promise<number[]>;
}
