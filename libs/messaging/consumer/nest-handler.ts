import { type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { type EventHandler, type EventRoutes } from './event-routes.js';

/**
 * Adds a handler that Nest hands to a transport strategy. Nest's own chain of handlers (`next`) is not used: it would run
 * the handlers of one type at the same time within one transaction.
 */
export function addNestHandler(
  routes: EventRoutes,
  pattern: unknown,
  callback: MessageHandler,
  isEvent: boolean,
): void {
  if (typeof pattern !== 'string' || !isEvent) {
    throw new Error(
      `The event bus serves @EventPattern('<event type>') only, not ${isEvent ? 'the pattern' : '@MessagePattern'} ${String(pattern)}.`,
    );
  }
  const handler: EventHandler = async (event, context) => {
    const result: unknown = await callback(event, context);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  };
  routes.add(pattern, handler);
}
