import { type KafkaEventServerOptions } from './kafka-event-server-options.js';

const MEGABYTE = 1024 * 1024;
const SESSION_TIMEOUT_MS = 20_000;

/** Options of Nest's ServerKafka. `postfixId: ''` keeps the name of the group exact. */
export function kafkaSettings(options: KafkaEventServerOptions) {
  return {
    postfixId: '',
    consumer: {
      groupId: options.group,
      sessionTimeout: options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS,
      heartbeatInterval: 3_000,
      maxBytesPerPartition: 2 * MEGABYTE,
      maxBytes: 8 * MEGABYTE,
      // Closing waits for the fetch in hand.
      maxWaitTimeInMs: 500,
      retry: { retries: 10 },
    },
  };
}
