import { type LoggerService } from '@nestjs/common';
import { type Logger } from '#libs/observability/logger.js';

/** Nest's own log lines in the product's structured log; its chatter about routes and modules is debug. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'debug' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]): void =>
      logger[level]({ nest: rest.at(-1) }, typeof message === 'string' ? message : JSON.stringify(message));
  return {
    log: write('debug'),
    debug: write('debug'),
    verbose: write('debug'),
    warn: write('warn'),
    error: write('error'),
    fatal: write('error'),
  };
}
