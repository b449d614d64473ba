import { type StoredEvent } from '../envelope/stored-event.js';

/** A partition of a topic, by the topic's name in the contracts. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** Where the broker put an event. */
export interface BrokerPlace {
  readonly partition: number;
  readonly offset: number;
}

/** What a partition holds: offsets from `low` up to, but without, `high`. */
export interface PartitionEnds extends TopicPartition {
  readonly low: number;
  readonly high: number;
}

/** An event met on the broker. */
export interface FoundEvent extends TopicPartition, BrokerPlace {
  readonly id: string;
}

/** Offsets of a partition to be read: from, up to but without to. */
export interface OffsetRange extends TopicPartition {
  readonly from: number;
  readonly to: number;
}

/** Where the relay's events go. */
export interface Publisher {
  /** False for the embedded bus: there is no broker, positions alone make an event visible. */
  readonly toBroker: boolean;
  /**
   * Publishes in order and answers with the place of each event. Throws BatchTooLargeError when the broker refused a
   * record batch for its size; after any error it is unknown which of the events arrived.
   */
  publish(events: readonly StoredEvent[]): Promise<readonly (BrokerPlace | undefined)[]>;
  /** What the partitions of the topics hold. Throws TopicMissingError. */
  ends(topics: readonly string[]): Promise<readonly PartitionEnds[]>;
  /** The events that lie in the ranges, in the order of the broker. */
  read(ranges: readonly OffsetRange[]): Promise<readonly FoundEvent[]>;
  close(): Promise<void>;
}
