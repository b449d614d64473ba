import pino from 'pino';
import { loggedError } from './logged-error.js';

/** Levels from chatty to silent. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A structured logger: one JSON object a line on standard error, times in UTC, no personal data. */
export type Logger = pino.Logger;

/** Fields that are never written, whoever hands them over: what proves who somebody is, and what was sent. */
const SECRETS = [
  ...['authorization', 'cookie', 'password', 'newPassword', 'token', 'secret', 'totpSecret', 'challenge'],
  ...['recoveryCodes', 'mail', 'email', 'headers', 'body', 'rawBody', 'query', 'parameters'],
];

/** The logger of one service. Standard output stays free for what a command prints. */
export function createLogger(
  service: string,
  level: LogLevel,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`]);
  return pino(
    {
      ...{ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime },
      serializers: { err: loggedError },
      redact: { paths, remove: true },
    },
    destination,
  );
}
