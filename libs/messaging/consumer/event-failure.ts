import { type ReceivedEvent } from '../received-event.js';

/** An error that belongs to one event of the batch. */
export class EventFailure extends Error {
  override readonly name = 'EventFailure';

  constructor(
    readonly event: ReceivedEvent,
    override readonly cause: unknown,
  ) {
    super(`event ${event.id} failed`);
  }
}
