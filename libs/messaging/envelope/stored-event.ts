/** Headers of an event on the wire: CloudEvents attributes (`ce_*`), `content-type`, `traceparent`. */
export type EventHeaders = Readonly<Record<string, string>>;

/** The attributes of an event that travel in its headers, apart from those that follow from topic and type. */
export interface EventAttributes {
  /** UUIDv5 of topic, key, sequence and type. */
  readonly id: string;
  readonly type: string;
  /** 1, 2, 3 … within topic and key. */
  readonly sequence: number;
  /** Business instant (UTC, RFC 3339). */
  readonly time: string;
  readonly subject?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** An event as the log keeps it and the broker carries it: these bytes and headers never change. */
export interface StoredEvent extends EventAttributes {
  /** Topic name of the contracts, without the prefix of a deployment. */
  readonly topic: string;
  readonly key: string;
  /** JSON, UTF-8. */
  readonly value: Buffer;
  readonly headers: EventHeaders;
}
