import { type StoredEvent } from '../envelope/stored-event.js';
import { type BrokerPlace, type PartitionEnds } from './publisher.js';
import { TopicBehindLogError } from './relay-errors.js';

/** The last offset of each partition that this relay knows: offsets that do not rise tell of a broker that lost its data. */
export class PublishedPlaces {
  private readonly last = new Map<string, number>();

  /** Throws TopicBehindLogError; the events are then not to be marked. */
  take(events: readonly StoredEvent[], places: readonly (BrokerPlace | undefined)[]): void {
    events.forEach(({ topic }, index) => {
      const place = places[index];
      if (place === undefined) return;
      const name = `${topic}\n${place.partition}`;
      const last = this.last.get(name) ?? -1;
      if (place.offset <= last) throw new TopicBehindLogError(topic, place.partition, place.offset, last);
      this.last.set(name, place.offset);
    });
  }

  /** What is published from now on lies beyond these ends. */
  expectBeyond(ends: readonly PartitionEnds[]): void {
    for (const { topic, partition, high } of ends) this.last.set(`${topic}\n${partition}`, high - 1);
  }

  forget(): void {
    this.last.clear();
  }
}
