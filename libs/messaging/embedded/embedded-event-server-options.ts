import { type ConsumerOptions } from '../consumer/consumer-options.js';

/** Where the event log of a service lies. */
export interface EventSource {
  readonly service: string;
  /** Schema in the same database. */
  readonly schema: string;
}

/** What an embedded event server is made from. */
export interface EmbeddedEventServerOptions extends ConsumerOptions {
  readonly sources: readonly EventSource[];
  /** Milliseconds between two looks at the logs when no hint comes, and at dead letters; 1,000 unless told. */
  readonly pollMs?: number;
}
