import { type EventAttributes, type EventHeaders } from './stored-event.js';

/** What headers are made of. */
export interface HeaderSource extends EventAttributes {
  /** Topic name of the contracts; its first part is the service that speaks. */
  readonly topic: string;
  /** W3C trace context of the request that caused the event. */
  readonly traceparent?: string;
}

/**
 * Headers of an event in the binary content mode of the CloudEvents 1.0 Kafka binding. `sequence`, `correlationid` and
 * `causationid` are extension attributes.
 */
export function encodeHeaders(event: HeaderSource): EventHeaders {
  const headers: Record<string, string | undefined> = {
    ce_id: event.id,
    ce_source: `urn:caravanserai:${event.topic.split('.', 1)[0]}`,
    ce_type: event.type,
    ce_specversion: '1.0',
    ce_time: event.time,
    ce_subject: event.subject,
    ce_dataschema: `urn:caravanserai:schema:${event.type}`,
    ce_sequence: String(event.sequence),
    ce_correlationid: event.correlationId,
    ce_causationid: event.causationId,
    traceparent: event.traceparent,
    'content-type': 'application/json',
  };
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => !!entry[1]));
}
