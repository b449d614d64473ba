import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { type TopicDefinition } from '#libs/contracts/topics.js';
import { type NewEvent } from '../event-log.js';
import { EventRefusedError, fieldFaults } from './event-log-errors.js';

/** Bytes that headers, key and the framing of a record batch may take beside the value. */
const FRAMING_BYTES = 4_096;

function checkKey(topic: TopicDefinition, key: string, type: string): void {
  const parts = key.split('|');
  if (parts.length === topic.key.split('|').length && parts.every((part) => part !== '')) return;
  throw new EventRefusedError(
    'event.key-invalid',
    type,
    `its key "${key}" is not made of ${topic.key}, which topic ${topic.name} asks for`,
  );
}

function checkShape(event: NewEvent, json: string): void {
  const instance = plainToInstance(event.definition.shape, JSON.parse(json) as object);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length === 0) return;
  const fields = fieldFaults(errors);
  const detail = fields.map(({ path, faults }) => `${path} (${faults.join('; ')})`).join(', ');
  throw new EventRefusedError('event.shape-invalid', event.definition.type, detail, fields);
}

/**
 * The event's data as the bytes that are kept and published, after a strict check against the contract: what is checked
 * is what the bytes say, not what the object looked like. Throws EventRefusedError.
 */
export function checkedBytes(event: NewEvent): Buffer {
  const { type, topic } = event.definition;
  checkKey(topic, event.key, type);
  if (!INSTANT_PATTERN.test(event.occurredAt))
    throw new EventRefusedError('event.time-invalid', type, `"${event.occurredAt}" is no instant in UTC`);
  const json = JSON.stringify(event.data);
  checkShape(event, json);
  const bytes = Buffer.from(json, 'utf8');
  if (bytes.length + FRAMING_BYTES > topic.maxMessageBytes)
    throw new EventRefusedError(
      'event.too-large',
      type,
      `its ${bytes.length} bytes are too many for topic ${topic.name} (limit ${topic.maxMessageBytes})`,
    );
  return bytes;
}
