import kafkajs from 'kafkajs';
// Imported for its effect too: it settles kafkajs's warning about the partitioner before a client is made.
import '#libs/observability/environment.js';
import { type Log } from '../log.js';

/** How to reach the brokers. */
export interface KafkaOptions {
  /** `host:port`, several joined by commas. */
  readonly brokers: string;
  readonly clientId: string;
  readonly log: Log;
  /** Of connections and requests; a producer of the relay has its own. */
  readonly retry?: kafkajs.RetryOptions;
}

const METHODS = new Map<kafkajs.logLevel, keyof Log>([
  [kafkajs.logLevel.ERROR, 'error'],
  [kafkajs.logLevel.WARN, 'warn'],
  [kafkajs.logLevel.INFO, 'info'],
  [kafkajs.logLevel.DEBUG, 'debug'],
]);

/** Fields of kafkajs's entries that the log has itself. */
const OWN_FIELDS = new Set(['message', 'timestamp', 'logger']);

function logCreator(log: Log): kafkajs.logCreator {
  return () =>
    ({ namespace, level, log: entry }) => {
      const fields = Object.entries(entry).filter(([name]) => !OWN_FIELDS.has(name));
      log[METHODS.get(level) ?? 'debug']({ ...Object.fromEntries(fields), kafka: namespace }, entry.message);
    };
}

export function brokerList(brokers: string): string[] {
  const list = brokers.split(',').map((broker) => broker.trim());
  if (list.some((broker) => !/^.+:\d{1,5}$/.test(broker)))
    throw new Error(`Kafka brokers "${brokers}": expected host:port, several joined by commas.`);
  return list;
}

/**
 * No client makes a topic by asking for it, whatever the broker allows: a topic made in passing would have one partition
 * and the broker's own limits.
 */
function withoutTopicCreation(kafka: kafkajs.Kafka): kafkajs.Kafka {
  const producer = kafka.producer.bind(kafka);
  const consumer = kafka.consumer.bind(kafka);
  kafka.producer = (config) => producer({ ...config, allowAutoTopicCreation: false });
  kafka.consumer = (config) => consumer({ ...config, allowAutoTopicCreation: false });
  return kafka;
}

/** The one place that makes kafkajs clients. */
export function createKafka({ brokers, clientId, log, retry }: KafkaOptions): kafkajs.Kafka {
  const kafka = new kafkajs.Kafka({
    clientId,
    brokers: brokerList(brokers),
    connectionTimeout: 5_000,
    authenticationTimeout: 10_000,
    requestTimeout: 30_000,
    retry: retry ?? { initialRetryTime: 100, maxRetryTime: 5_000, retries: 5 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: logCreator(log),
  });
  return withoutTopicCreation(kafka);
}

/** Runs work with an admin client, which is disconnected afterwards. */
export async function withAdmin<T>(
  kafka: kafkajs.Kafka,
  work: (admin: kafkajs.Admin) => Promise<T>,
): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The broker's error code, e.g. `MESSAGE_TOO_LARGE`, however kafkajs wrapped it. */
export function kafkaErrorType(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { type, cause, originalError } = error as {
    type?: unknown;
    cause?: unknown;
    originalError?: unknown;
  };
  if (typeof type === 'string') return type;
  return kafkaErrorType(cause ?? originalError);
}
