import { type WireHeaders } from '../envelope/decode-headers.js';

/** A record as a bus brought it; nothing of it is trusted yet. */
export interface IncomingRecord {
  /** Topic name of the contracts, without the prefix of a deployment. */
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: WireHeaders;
  /** Where it was read: partition and offset on Kafka, service and position on the embedded bus. */
  readonly origin: RecordOrigin;
}

export interface RecordOrigin {
  /** Partition number, or the service whose log it is. */
  readonly partition: string;
  /** Offset, or position in the log. */
  readonly offset: string;
  /** When the bus took it, in milliseconds since 1970 as text; absent on the embedded bus. */
  readonly timestamp?: string;
}
