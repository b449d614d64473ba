import { type IncomingRecord } from './incoming-record.js';

/** Bounds of what one transaction takes. */
export interface BatchLimits {
  readonly maxEvents: number;
  /** Bytes of values; one record alone may be larger. */
  readonly maxBytes: number;
}

export const DEFAULT_BATCH_LIMITS: BatchLimits = { maxEvents: 500, maxBytes: 4 * 1024 * 1024 };

/** Cuts records, in order, into batches within the limits. */
export function splitBatch<R extends Pick<IncomingRecord, 'value'>>(
  records: readonly R[],
  limits: BatchLimits,
): R[][] {
  const batches: R[][] = [];
  let bytes = 0;
  for (const record of records) {
    const size = record.value?.length ?? 0;
    const current = batches.at(-1);
    if (current && current.length < limits.maxEvents && bytes + size <= limits.maxBytes) {
      current.push(record);
      bytes += size;
    } else {
      batches.push([record]);
      bytes = size;
    }
  }
  return batches;
}
