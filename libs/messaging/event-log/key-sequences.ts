import { type EntityManager } from 'typeorm';

export interface TopicKey {
  readonly topic: string;
  readonly key: string;
}

const name = ({ topic, key }: TopicKey): string => `${topic}\n${key}`;

function countByKey(keys: readonly TopicKey[]): { key: TopicKey; count: number }[] {
  const counts = new Map<string, { key: TopicKey; count: number }>();
  for (const key of keys) {
    const entry = counts.get(name(key)) ?? { key, count: 0 };
    counts.set(name(key), { key, count: entry.count + 1 });
  }
  // One order for everybody, so that writers of several keys cannot deadlock.
  return [...counts.keys()].sort().map((each) => counts.get(each)!);
}

/**
 * Takes the next sequence of each key, in the order given. The keys stay locked until the transaction ends, so that the
 * next writer of a key goes on from what was committed: no gap, and sequence order is commit order.
 */
export async function takeSequences(manager: EntityManager, keys: readonly TopicKey[]): Promise<number[]> {
  const counted = countByKey(keys);
  const rows = await manager.query<{ topic: string; key: string; last_sequence: string }[]>(
    `insert into event_key as k (topic, key, last_sequence)
     select topic, key, count from unnest($1::text[], $2::text[], $3::bigint[]) with ordinality
       as wanted(topic, key, count, n) order by n
     on conflict (topic, key) do update set last_sequence = k.last_sequence + excluded.last_sequence
     returning topic, key, last_sequence`,
    [
      counted.map(({ key }) => key.topic),
      counted.map(({ key }) => key.key),
      counted.map(({ count }) => count),
    ],
  );
  const last = new Map(rows.map((row) => [name(row), Number(row.last_sequence)]));
  const next = new Map(counted.map(({ key, count }) => [name(key), (last.get(name(key)) ?? 0) - count]));
  return keys.map((key) => {
    const sequence = (next.get(name(key)) ?? 0) + 1;
    next.set(name(key), sequence);
    return sequence;
  });
}

/** Locks keys of a topic and returns the last sequence of each, in the order given; 0 for a key without events. */
export async function lockKeys(
  manager: EntityManager,
  topic: string,
  keys: readonly string[],
): Promise<number[]> {
  // Given back unchanged, a row is locked as by `for update`; the order is that of `takeSequences`.
  const rows = await manager.query<{ key: string; last_sequence: string }[]>(
    `insert into event_key as k (topic, key, last_sequence)
     select $1, key, 0 from unnest($2::text[]) with ordinality as wanted(key, n) order by n
     on conflict (topic, key) do update set last_sequence = k.last_sequence
     returning key, last_sequence`,
    [topic, [...keys].sort()],
  );
  const last = new Map(rows.map(({ key, last_sequence }) => [key, Number(last_sequence)]));
  return keys.map((key) => last.get(key) ?? 0);
}
