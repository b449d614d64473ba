import { type ConsumerOptions } from '../consumer/consumer-options.js';

/** What a Kafka event server is made from. */
export interface KafkaEventServerOptions extends ConsumerOptions {
  /** `host:port`, several separated by commas. */
  readonly brokers: string;
  /** Begins every topic name; may be empty. */
  readonly topicPrefix: string;
  /** The consumer has ended for good while the process lives: the host exits, so that it is started again. */
  readonly onFatal: (error: Error) => void;
  /** Milliseconds after which the broker gives the partitions of a silent member to others; 20,000 unless told. */
  readonly sessionTimeoutMs?: number;
}
