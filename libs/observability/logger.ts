import pino from 'pino';

/** Levels from chatty to silent. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A structured logger: one JSON object a line on standard error, times in UTC, no personal data. */
export type Logger = pino.Logger;

/** The logger of one service. Standard output stays free for what a command prints. */
export function createLogger(service: string, level: LogLevel): Logger {
  return pino(
    { level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
