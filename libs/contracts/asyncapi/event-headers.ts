import { INSTANT_PATTERN } from '../shapes.js';
import { type EventDefinition } from '../topics.js';
import { schemaId } from './event-schemas.js';

const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

/**
 * Headers of an event: CloudEvents 1.0, Kafka binding, binary content mode, with the extension attributes `sequence`,
 * `correlationid` and `causationid`.
 */
export function eventHeadersSchema({ type, topic }: EventDefinition): object {
  return {
    type: 'object',
    properties: {
      ce_specversion: { type: 'string', const: '1.0' },
      ce_id: text('UUIDv5 of topic, key, sequence and type.', { format: 'uuid' }),
      ce_source: { type: 'string', const: `urn:caravanserai:${topic.owner}` },
      ce_type: { type: 'string', const: type },
      ce_time: text('Business instant (UTC).', { pattern: INSTANT_PATTERN.source }),
      ce_sequence: text('1, 2, 3 … within topic and key.', { pattern: '^[1-9]\\d{0,14}$' }),
      ce_subject: text('What the event is about.'),
      ce_dataschema: { type: 'string', const: schemaId(type) },
      ce_correlationid: text('Id of the request that began it all.'),
      ce_causationid: text('Id of the event that caused this one.'),
      traceparent: text('W3C trace context.'),
      'content-type': { type: 'string', const: 'application/json' },
    },
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_sequence', 'content-type'],
  };
}
