import { type StoredEvent } from '../envelope/stored-event.js';
import { type Publisher } from './publisher.js';

/** Without a broker an event is public as soon as it has its position: consumers read the log itself. */
export class EmbeddedPublisher implements Publisher {
  readonly toBroker = false;

  async publish(events: readonly StoredEvent[]): Promise<readonly undefined[]> {
    return events.map(() => undefined);
  }

  async ends(): Promise<readonly []> {
    return [];
  }

  async read(): Promise<readonly []> {
    return [];
  }

  async close(): Promise<void> {
    // Nothing is open.
  }
}
