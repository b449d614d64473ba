import { type EventHeaders, type StoredEvent } from '../envelope/stored-event.js';

/** An event with its row id, as read from the table. */
export interface LoggedEvent extends StoredEvent {
  /** Row id in the log; says nothing about the order of commits. */
  readonly row: string;
  /** Place in the total order of the service's events; absent until the relay gave it. */
  readonly position?: number;
}

/** Columns that `toLoggedEvent` needs. */
export const EVENT_COLUMNS = 'id, event_id, topic, key, sequence, type, value, headers, position';

export interface EventColumns {
  readonly id: string;
  readonly event_id: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: string;
  readonly type: string;
  readonly value: Buffer;
  readonly headers: EventHeaders;
  readonly position: string | null;
}

/** A row as an event. The instant is read from the headers, which keep it exactly as it was given. */
export function toLoggedEvent(row: EventColumns): LoggedEvent {
  const { headers } = row;
  return {
    row: row.id,
    id: row.event_id,
    topic: row.topic,
    key: row.key,
    sequence: Number(row.sequence),
    type: row.type,
    time: headers['ce_time'] ?? '',
    value: row.value,
    headers,
    ...(row.position !== null && { position: Number(row.position) }),
    ...(headers['ce_subject'] !== undefined && { subject: headers['ce_subject'] }),
    ...(headers['ce_correlationid'] !== undefined && { correlationId: headers['ce_correlationid'] }),
    ...(headers['ce_causationid'] !== undefined && { causationId: headers['ce_causationid'] }),
  };
}
