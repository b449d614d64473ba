import { type EventDefinition, eventDefinition, keyOf } from '#libs/contracts/topics.js';
import { type DecodedHeaders, decodeHeaders } from '../envelope/decode-headers.js';
import { PermanentEventError, type ReceivedEvent } from '../received-event.js';
import { type IncomingRecord } from './incoming-record.js';
import { shapeProblems } from './shape-check.js';

/** What a record turned out to be: an event of a handled type, one to pass over, or one that nobody can read. */
export type Decoded =
  | { readonly kind: 'event'; readonly event: ReceivedEvent }
  | { readonly kind: 'ignored'; readonly type: string }
  | { readonly kind: 'unreadable'; readonly error: unknown };

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(record: IncomingRecord): unknown {
  if (record.value === null || record.value.length === 0) {
    throw new PermanentEventError('value.missing', 'The record has no value.');
  }
  try {
    return JSON.parse(utf8.decode(record.value));
  } catch (cause) {
    throw new PermanentEventError('value.not-json', 'The value is not JSON in UTF-8.', { cause });
  }
}

function checkedData(definition: EventDefinition, data: unknown): Record<string, unknown> {
  let problems: readonly string[];
  try {
    problems = shapeProblems(definition, data);
  } catch (cause) {
    // Nested too deeply for the checks.
    throw new PermanentEventError('shape.unchecked', 'The shape of the data cannot be checked.', { cause });
  }
  if (problems.length > 0) throw new PermanentEventError('shape.invalid', problems.join('; '));
  return data as Record<string, unknown>;
}

/** A key that is not made of the data would break the order of that key, and could speak for another unit. */
function checkKey(definition: EventDefinition, key: string, data: Record<string, unknown>): void {
  const expected = keyOf(definition)
    .split('|')
    .map((part) => String(data[part]))
    .join('|');
  if (key !== expected) {
    throw new PermanentEventError('key.wrong', `The key is "${key.slice(0, 120)}", not "${expected}".`);
  }
}

function toEvent(record: IncomingRecord, headers: DecodedHeaders): ReceivedEvent {
  const definition = eventDefinition(headers.type);
  if (definition?.topic.name !== record.topic) {
    throw new PermanentEventError('topic.wrong', `${headers.type} does not travel on ${record.topic}.`);
  }
  const data = checkedData(definition, parse(record));
  const key = record.key?.toString('utf8') ?? '';
  checkKey(definition, key, data);
  const { id, type, sequence, time, subject, correlationId, causationId } = headers;
  return {
    ...{ id, type, topic: record.topic, key, sequence, time, data },
    ...(subject !== undefined && { subject }),
    ...(correlationId !== undefined && { correlationId }),
    ...(causationId !== undefined && { causationId }),
  };
}

/** Reads a record. The body of a type without handler is not looked at. */
export function decodeRecord(record: IncomingRecord, isHandled: (type: string) => boolean): Decoded {
  try {
    const headers = decodeHeaders(record.headers);
    if (!headers.ok) throw new PermanentEventError('headers.invalid', headers.problems.join('; '));
    const { type } = headers.attributes;
    if (!isHandled(type)) return { kind: 'ignored', type };
    return { kind: 'event', event: toEvent(record, headers.attributes) };
  } catch (error) {
    return { kind: 'unreadable', error };
  }
}
