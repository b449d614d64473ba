import { type MessageHandler } from '@nestjs/microservices';
import { BatchProcessor } from './batch-processor.js';
import { type ConsumerOptions } from './consumer-options.js';
import { EventRoutes } from './event-routes.js';
import { addNestHandler } from './nest-handler.js';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from './retry-policy.js';
import { type BatchLimits, DEFAULT_BATCH_LIMITS } from './split-batch.js';
import { ConsumerProgress } from './statistics.js';
import { WaitingPartitions } from './waiting-partitions.js';
import { unmaskHandlerErrors } from './unmask-handler-errors.js';

const HANDLER_TIMEOUT_MS = 10_000;

/** What the servers of both buses have in common: handlers, limits, pipeline, progress. */
export class EventConsumer {
  readonly routes = new EventRoutes();
  readonly waiting: WaitingPartitions;
  readonly progress: ConsumerProgress;
  readonly limits: BatchLimits;
  readonly retry: RetryPolicy;
  readonly processor: BatchProcessor;

  constructor(options: ConsumerOptions) {
    unmaskHandlerErrors();
    this.waiting = new WaitingPartitions(options.group, options.log);
    this.progress = new ConsumerProgress(this.waiting);
    this.retry = { ...DEFAULT_RETRY_POLICY, ...options.retry };
    this.limits = { ...DEFAULT_BATCH_LIMITS, ...options.batch };
    this.processor = new BatchProcessor({
      consumer: options.group,
      dataSource: options.dataSource,
      log: options.log,
      routes: this.routes,
      progress: this.progress,
      retry: this.retry,
      handlerTimeoutMs: options.handlerTimeoutMs ?? HANDLER_TIMEOUT_MS,
    });
  }

  addHandler(pattern: unknown, callback: MessageHandler, isEvent: boolean): void {
    addNestHandler(this.routes, pattern, callback, isEvent);
  }
}
