import { type EntityManager } from 'typeorm';
import { afterCommit } from '#libs/persistence/after-commit.js';
import { encodeHeaders } from '../envelope/encode-headers.js';
import { EventLog, type AppendedEvent, type NewEvent } from '../event-log.js';
import { checkedBytes } from './check-event.js';
import { eventId } from './event-id.js';
import { insertEvents, type EventRow } from './insert-events.js';
import { lockKeys, takeSequences } from './key-sequences.js';

export interface PostgresEventLogOptions {
  /** Called once after the commit of a transaction that appended: a hint for the relay, e.g. `() => relay.wake()`. */
  readonly appended?: () => void;
  /** W3C trace context of the request at hand. */
  readonly traceparent?: () => string | undefined;
}

/** The event log in the tables `event` and `event_key` of the manager's schema. */
export class PostgresEventLog extends EventLog {
  constructor(private readonly options: PostgresEventLogOptions = {}) {
    super();
  }

  override async append<T extends object>(
    manager: EntityManager,
    event: NewEvent<T>,
  ): Promise<AppendedEvent> {
    const [appended] = await this.appendAll(manager, [event]);
    if (appended === undefined) throw new Error('an append gave no event');
    return appended;
  }

  override async appendAll(
    manager: EntityManager,
    events: readonly NewEvent[],
  ): Promise<readonly AppendedEvent[]> {
    if (events.length === 0) return [];
    const values = events.map(checkedBytes);
    const sequences = await takeSequences(
      manager,
      events.map(({ definition, key }) => ({ topic: definition.topic.name, key })),
    );
    const rows = events.map((event, index) =>
      this.row(event, sequences[index] ?? 0, values[index] ?? Buffer.alloc(0)),
    );
    await insertEvents(manager, rows);
    if (this.options.appended) afterCommit(manager, this.options.appended);
    return rows.map(({ id, sequence }) => ({ id, sequence }));
  }

  override lastSequences(manager: EntityManager, topic: string, keys: readonly string[]): Promise<number[]> {
    return lockKeys(manager, topic, keys);
  }

  private row(event: NewEvent, sequence: number, value: Buffer): EventRow {
    const { type, topic } = event.definition;
    const id = eventId(topic.name, event.key, sequence, type);
    const traceparent = this.options.traceparent?.();
    const headers = encodeHeaders({
      id,
      topic: topic.name,
      type,
      sequence,
      time: event.occurredAt,
      ...(event.subject !== undefined && { subject: event.subject }),
      ...(event.correlationId !== undefined && { correlationId: event.correlationId }),
      ...(event.causationId !== undefined && { causationId: event.causationId }),
      ...(traceparent !== undefined && { traceparent }),
    });
    return { id, topic: topic.name, key: event.key, sequence, type, time: event.occurredAt, value, headers };
  }
}
