import { eventDefinition } from '#libs/contracts/topics.js';
import { type EventContext, type ReceivedEvent } from '../received-event.js';

/** A Nest handler: a method with `@EventPattern(EVENTS.x.type)`, wrapped with its guards, pipes and interceptors. */
export type EventHandler = (event: ReceivedEvent, context: EventContext) => unknown;

/** Which handlers take which event type. Filled by Nest when a server is connected to an application. */
export class EventRoutes {
  private readonly handlers = new Map<string, EventHandler[]>();

  /** Several handlers of one type run one after the other: they share a transaction, which takes one query at a time. */
  add(type: string, handler: EventHandler): void {
    this.handlers.set(type, [...this.of(type), handler]);
  }

  of(type: string): readonly EventHandler[] {
    return this.handlers.get(type) ?? [];
  }

  /** Names of the topics on which the handled types travel, in order of code units. */
  topics(): readonly string[] {
    const names = [...this.handlers.keys()].map((type) => eventDefinition(type)?.topic.name);
    return [...new Set(names.filter((name) => name !== undefined))].sort();
  }

  /** Throws for handlers whose type the contracts do not know: they would wait for ever. */
  assertKnown(): void {
    const unknown = [...this.handlers.keys()].filter((type) => eventDefinition(type) === undefined);
    if (unknown.length === 0) return;
    throw new Error(
      `No event of the contracts has the type ${unknown.sort().join(', ')}. ` +
        'Use @EventPattern(EVENTS.<event>.type) with an event of libs/contracts/topics.ts.',
    );
  }
}
