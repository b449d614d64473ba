import { type DataSource } from 'typeorm';
import { type Log } from '../log.js';
import { type RetryPolicy } from './retry-policy.js';
import { type BatchLimits } from './split-batch.js';

/** What every event server is made from. */
export interface ConsumerOptions {
  /** Name of the consumer group, exact: it stands in the inbox, the broker and the names of dead letter topics. */
  readonly group: string;
  /** Data source of the service: effects, inbox and dead letters lie in its schema. */
  readonly dataSource: DataSource;
  readonly log: Log;
  readonly retry?: Partial<RetryPolicy>;
  readonly batch?: Partial<BatchLimits>;
  /** Milliseconds that the handlers of one event may take; below the session timeout. 10,000 unless told. */
  readonly handlerTimeoutMs?: number;
}
