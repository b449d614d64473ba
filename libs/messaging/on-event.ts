import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type EventDefinition } from '#libs/contracts/topics.js';
import { type EventContext, type ReceivedEvent } from './received-event.js';

type EventHandler<T extends object> = (event: ReceivedEvent<T>, context: EventContext) => Promise<void>;

/**
 * Marks the handler of an event: Nest's `@EventPattern` by CloudEvents type, with the handler's arguments checked
 * against the event's shape by the compiler.
 */
export function OnEvent<T extends object>(
  definition: EventDefinition<T>,
): (target: object, property: string | symbol, descriptor: TypedPropertyDescriptor<EventHandler<T>>) => void {
  const decorate: MethodDecorator = EventPattern(definition.type as never) as MethodDecorator;
  return (target, property, descriptor) => {
    // Nest hands over the first argument alone, unless the method's parameters say more.
    Payload()(target, property, 0);
    Ctx()(target, property, 1);
    decorate(target, property, descriptor);
  };
}
