import { Logger as WorkerLogger, type LogLevel } from 'graphile-worker';
import { type Logger } from '#libs/observability/logger.js';

/** The log of graphile-worker in the product's own; what it merely tells of itself is debug. */
export function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level: `${LogLevel}`, message: string) => {
    log[level === 'error' ? 'error' : 'debug'](message);
  });
}
