import { sqlState } from '#libs/persistence/unit-of-work.js';
import { NotYetError, PermanentEventError } from '../received-event.js';

/**
 * `permanent`: no repetition helps. `transient`: worth some repetitions. `environment`: the fault lies with the database
 * or the network and says nothing about the event, which is repeated as long as it takes. `early`: something else must
 * arrive first, for which the consumer's other partitions must go on.
 */
export type ErrorKind = 'permanent' | 'transient' | 'environment' | 'early';

/** SQLSTATE: connection, transaction rollback (deadlock), resources, operator (shutdown), system, read-only standby. */
const ENVIRONMENT_STATE = /^(08|40|53|57P|58)|^25006$/;
const ENVIRONMENT_CODE =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
/** pg and TypeORM give these no code. */
const ENVIRONMENT_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|client was closed|connection error and is not queryable|cannot use a pool after calling end|driver not connected/i;

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}

/** Text of anything thrown, a non-error included; without NUL, which PostgreSQL text refuses. */
export function errorText(error: unknown): string {
  const message = property(error, 'message');
  const text = typeof message === 'string' ? message : `not an error object but ${String(error)}`;
  return text.replaceAll('\u0000', '\uFFFD');
}

export function errorName(error: unknown): string {
  const name = property(error, 'code') ?? property(error, 'name');
  return typeof name === 'string' ? name : typeof error;
}

/** An error may say of itself whether it passes (`isTransient`); otherwise its code decides. */
export function classifyError(error: unknown): ErrorKind {
  if (error instanceof PermanentEventError) return 'permanent';
  if (error instanceof NotYetError) return 'early';
  const ownWord = property(error, 'isTransient');
  if (typeof ownWord === 'boolean') return ownWord ? 'transient' : 'permanent';
  const code = sqlState(error) ?? '';
  const isEnvironment =
    ENVIRONMENT_STATE.test(code) || ENVIRONMENT_CODE.test(code) || ENVIRONMENT_MESSAGE.test(errorText(error));
  return isEnvironment ? 'environment' : 'transient';
}
