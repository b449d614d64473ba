import { type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { type IncomingRecord } from '../consumer/incoming-record.js';

/** A record with what kafkajs needs to let go of it. */
export interface KafkaRecord extends IncomingRecord {
  readonly offset: string;
}

/** @param topic name of the contracts */
export function toRecord(topic: string, partition: number, message: KafkaMessage): KafkaRecord {
  const { key, value, headers, offset, timestamp } = message;
  const origin = { partition: String(partition), offset, timestamp };
  return { topic, key, value, headers: headers ?? {}, offset, origin };
}

/** Commits everything up to and including the record. */
export async function commitUpTo(payload: EachBatchPayload, offset: string): Promise<void> {
  const { topic, partition } = payload.batch;
  payload.resolveOffset(offset);
  await payload.commitOffsetsIfNecessary({
    topics: [{ topic, partitions: [{ partition, offset: String(BigInt(offset) + 1n) }] }],
  });
}
