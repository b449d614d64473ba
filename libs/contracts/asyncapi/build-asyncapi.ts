import { schemaDefinitions } from '../json-schema/generate-schema.js';
import {
  type EventDefinition,
  EVENTS,
  type EventKey,
  keyOf,
  type TopicDefinition,
  TOPICS,
} from '../topics.js';
import { eventHeadersSchema } from './event-headers.js';

const DAY_IN_MS = 86_400_000;
const BINDING_VERSION = '0.5.0';

const KEYS: Readonly<Record<EventKey, object>> = {
  'operation|unit': {
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*\\|[A-Z]{2}(-[A-Z0-9]{2,6})+$',
    description: 'Operation and unit, joined by "|". Events with one key keep their order.',
    examples: ['chemical-check-i|UZ-ANG'],
  },
  'operation|country': {
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*\\|[A-Z]{2}$',
    description: 'Operation and country, joined by "|". Events with one key keep their order.',
    examples: ['chemical-check-i|UZ'],
  },
  operation: {
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    description: 'Operation. Events with one key keep their order.',
    examples: ['chemical-check-i'],
  },
};

const nameOf = (event: EventDefinition): string => event.shape.name;
const events = Object.values(EVENTS);

/** AsyncAPI 3.0 document of all topics and events, made from the topic table and the message classes alone. */
export function buildAsyncApi(version = '1.0.0'): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Caravanserai events',
      version,
      description:
        'Events between the services, on Apache Kafka, as CloudEvents 1.0 in binary content mode. Within a major version only additions are made; readers ignore what they do not know.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(Object.entries(TOPICS).map(([id, topic]) => [id, channel(topic)])),
    operations: Object.fromEntries(events.map((event) => [`publish${nameOf(event)}`, operation(event)])),
    components: {
      messages: Object.fromEntries(events.map((event) => [nameOf(event), message(event)])),
      schemas: schemaDefinitions(
        events.map(({ shape }) => shape),
        'tolerant',
        '#/components/schemas/',
      ),
    },
  };
}

function channel(topic: TopicDefinition): object {
  const carried = events.filter((event) => event.topic === topic).map(nameOf);
  return {
    address: topic.name,
    description: topic.description,
    messages: Object.fromEntries(carried.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: {
          'cleanup.policy': [topic.cleanup],
          'retention.ms': topic.retentionDays * DAY_IN_MS,
          'max.message.bytes': topic.maxMessageBytes,
        },
        bindingVersion: BINDING_VERSION,
      },
    },
  };
}

function operation(event: EventDefinition): object {
  const id = Object.entries(TOPICS).find(([, topic]) => topic === event.topic)?.[0] ?? '';
  return {
    action: 'send',
    title: `${event.topic.owner} publishes ${nameOf(event)}`,
    channel: { $ref: `#/channels/${id}` },
    messages: [{ $ref: `#/channels/${id}/messages/${nameOf(event)}` }],
    tags: [{ name: event.topic.owner }],
  };
}

function message(event: EventDefinition): object {
  return {
    name: event.type,
    title: nameOf(event),
    summary: event.description,
    contentType: 'application/json',
    headers: eventHeadersSchema(event),
    payload: { $ref: `#/components/schemas/${nameOf(event)}` },
    bindings: { kafka: { key: KEYS[keyOf(event)], bindingVersion: BINDING_VERSION } },
  };
}
