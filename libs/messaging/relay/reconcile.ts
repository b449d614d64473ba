import { type Lease } from './lease.js';
import { anyOffBroker, anyUnpositioned, lacking, lastPlaces, mark, type Placed } from './log-table.js';
import { type PublishedPlaces } from './published-places.js';
import { type FoundEvent, type OffsetRange, type PartitionEnds, type Publisher } from './publisher.js';
import { RebuildPendingError, TopicBehindLogError } from './relay-errors.js';

/** What a reconciliation works on. */
export interface Reconciliation {
  readonly lease: Lease;
  readonly publisher: Publisher;
  readonly topics: readonly string[];
  /** Learns where the partitions end. */
  readonly places: PublishedPlaces;
}

/** The part of each partition beyond what the log knows. Throws TopicBehindLogError where the broker lost records. */
export async function tails(lease: Lease, ends: readonly PartitionEnds[]): Promise<readonly OffsetRange[]> {
  const known = await lastPlaces(lease, ends);
  return ends.flatMap(({ topic, partition, low, high }) => {
    const last = known.find((place) => place.topic === topic && place.partition === partition)?.offset ?? -1;
    if (high <= last) throw new TopicBehindLogError(topic, partition, high, last);
    const from = Math.max(low, last + 1);
    return from < high ? [{ topic, partition, from, to: high }] : [];
  });
}

/** Found events that still lack their position or place, first copy only, in the order of the log. */
export async function arrived(
  lease: Lease,
  what: 'position' | 'place',
  found: readonly FoundEvent[],
): Promise<readonly Placed[]> {
  const ids = found.map(({ id }) => id).filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const rows = await lacking(lease, what, ids);
  const first = new Map<string, FoundEvent>();
  for (const event of found) if (rows.has(event.id) && !first.has(event.id)) first.set(event.id, event);
  return [...rows].flatMap(([id, row]) => {
    const place = first.get(id);
    return place === undefined ? [] : [{ row, place: { partition: place.partition, offset: place.offset } }];
  });
}

/**
 * Finds out on the broker which events arrived without being marked, because a relay died in between or the answer was
 * lost, and marks them, so that they are not published a second time. Answers how many they were. Throws when the broker
 * lacks earlier events.
 */
export async function reconcile({ lease, publisher, topics, places }: Reconciliation): Promise<number> {
  if (!publisher.toBroker) return 0;
  if (await anyOffBroker(lease)) throw new RebuildPendingError();
  const ends = await publisher.ends(topics);
  const ranges = await tails(lease, ends);
  places.expectBeyond(ends);
  if (ranges.length === 0 || !(await anyUnpositioned(lease))) return 0;
  const placed = await arrived(lease, 'position', await publisher.read(ranges));
  if (placed.length > 0) await mark(lease, placed);
  return placed.length;
}
