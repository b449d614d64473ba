import { type CustomTransportStrategy } from '@nestjs/microservices';
import { type DataSource } from 'typeorm';
import { EVENT_SERVICES, topicsOf, type Service } from '#libs/contracts/topics.js';
import { type ConsumerStatistics } from '#libs/messaging/consumer/statistics.js';
import { EmbeddedEventServer } from '#libs/messaging/embedded/embedded-event-server.js';
import { KafkaEventServer } from '#libs/messaging/kafka-server/kafka-event-server.js';
import { EmbeddedPublisher } from '#libs/messaging/relay/embedded-publisher.js';
import { KafkaPublisher } from '#libs/messaging/relay/kafka-publisher.js';
import { Relay } from '#libs/messaging/relay/relay.js';
import { type Logger } from '#libs/observability/logger.js';
import { type MessagingConfig } from './service-config.js';

/** The receiving side of a service: a Nest transport that can be asked how it does. */
export interface EventServer extends CustomTransportStrategy {
  readonly statistics: ConsumerStatistics;
  isStalled(milliseconds: number): boolean;
}

/** Both sides of a service's messaging. */
export interface ServiceMessaging {
  readonly server: EventServer;
  readonly relay: Relay;
}

export interface MessagingOptions {
  readonly service: Service;
  readonly databaseUrl: string;
  /** Role that the relay takes on; the user of the URL unless told. */
  readonly role?: string;
  readonly dataSource: DataSource;
  readonly messaging: MessagingConfig;
  readonly log: Logger;
  /** Called in this process when the service's events got positions. */
  readonly positioned?: () => void;
  readonly onFatal: (error: Error) => void;
}

/** Kafka or the embedded bus behind the same two ports. */
export function createMessaging(options: MessagingOptions): ServiceMessaging {
  return { server: createServer(options), relay: createRelay(options) };
}

/** Whether the service publishes or consumes events at all. */
export function hasEvents(service: Service): boolean {
  return EVENT_SERVICES.some((name) => name === service);
}

/** The consumer group of a service; the prefix keeps throw-away runs on one broker apart. */
export function consumerGroup(service: Service, topicPrefix: string): string {
  return `${topicPrefix}${service}`;
}

function createServer({ service, dataSource, messaging, log, onFatal }: MessagingOptions): EventServer {
  if (messaging.kind === 'embedded') {
    const sources = EVENT_SERVICES.map((name) => ({ service: name, schema: name }));
    return new EmbeddedEventServer({ group: service, dataSource, sources, log });
  }
  const { brokers, topicPrefix } = messaging;
  return new KafkaEventServer({
    brokers,
    topicPrefix,
    group: consumerGroup(service, topicPrefix),
    dataSource,
    log,
    onFatal,
  });
}

function createRelay({ service, databaseUrl, role, messaging, log, positioned }: MessagingOptions): Relay {
  const publisher =
    messaging.kind === 'embedded'
      ? new EmbeddedPublisher()
      : new KafkaPublisher({
          brokers: messaging.brokers,
          clientId: `caravanserai-${service}-relay`,
          prefix: messaging.topicPrefix,
          log,
        });
  return new Relay({
    databaseUrl,
    ...(role !== undefined && { role }),
    schema: service,
    publisher,
    topics: topicsOf(service),
    log,
    ...(positioned && { positioned }),
  });
}
