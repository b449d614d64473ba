import { type ArgumentsHost } from '@nestjs/common';
import { BaseRpcExceptionFilter } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import { EventContext } from '../received-event.js';

type Catch = (this: BaseRpcExceptionFilter, exception: unknown, host: ArgumentsHost) => Observable<unknown>;

const UNMASKED = Symbol('handler errors are unmasked');

/**
 * Lets the real error of an event handler through. Nest's default RPC filter replaces every error by
 * `{ status: 'error', message: 'Internal server error' }`, so that nobody could tell a permanent error from a passing
 * one. A filter of an application cannot be relied on (a connected microservice does not inherit it, and a forgotten one
 * would show only when an error comes), hence at the root; calls without an EventContext keep Nest's behaviour.
 */
export function unmaskHandlerErrors(): void {
  const prototype = BaseRpcExceptionFilter.prototype as unknown as { catch: Catch; [UNMASKED]?: true };
  if (prototype[UNMASKED]) return;
  const masked = prototype.catch;
  prototype.catch = function (exception, host) {
    const isEvent = host.getArgs<unknown[]>().some((argument) => argument instanceof EventContext);
    return isEvent ? throwError(() => exception) : masked.call(this, exception, host);
  };
  prototype[UNMASKED] = true;
}
