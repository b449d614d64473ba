import {
  EVENT_COLUMNS,
  toLoggedEvent,
  type EventColumns,
  type LoggedEvent,
} from '../event-log/event-columns.js';
import { type Lease } from './lease.js';
import { type BrokerPlace, type TopicPartition } from './publisher.js';

/** How much is taken at once; kafkajs makes one record batch of all messages for a partition. */
export interface ClaimLimits {
  readonly count: number;
  /** Of values and headers; a single larger event is taken alone. */
  readonly bytes: number;
}

/** Events to publish, and whether more that could be taken lie behind them. */
export interface Claimed {
  readonly events: readonly LoggedEvent[];
  readonly hasMore: boolean;
}

const OF_A_FREE_KEY = `position is null and failed_at is null and not exists (
  select 1 from event failed
  where failed.topic = event.topic and failed.key = event.key
    and failed.failed_at is not null and failed.position is null)`;

/**
 * The next events to publish, in id order. They are found by what they lack, never by a cursor: ids are given before the
 * commit, so that a late commit would fall behind a cursor. Keys with a failed event wait, the others go on.
 */
export function claim(lease: Lease, limits: ClaimLimits): Promise<Claimed> {
  return boundedBatch(lease, { condition: OF_A_FREE_KEY, order: 'id' }, limits);
}

/** Events of the topics that have a position but no place on the broker, in the order of the positions. */
export async function claimOffBroker(
  lease: Lease,
  limits: ClaimLimits,
  topics: readonly string[],
): Promise<readonly LoggedEvent[]> {
  const condition = 'position is not null and broker_offset is null and topic = any($3::text[])';
  return (await boundedBatch(lease, { condition, order: 'position' }, limits, [topics])).events;
}

async function boundedBatch(
  lease: Lease,
  { condition, order }: { readonly condition: string; readonly order: 'id' | 'position' },
  limits: ClaimLimits,
  parameters: readonly unknown[] = [],
): Promise<Claimed> {
  const rows = await lease.query<EventColumns & { readonly candidates: number }>(
    `with candidate as (
       select id, ${order} as place, octet_length(value) + pg_column_size(headers) + octet_length(key) as size
       from event where ${condition} order by ${order} limit $1
     ), counted as (
       select id, sum(size) over (order by place) as total, row_number() over (order by place) as n from candidate
     )
     select ${EVENT_COLUMNS}, (select count(*)::int from candidate) as candidates from event
     where id in (select id from counted where total <= $2 or n = 1) order by ${order}`,
    [limits.count, limits.bytes, ...parameters],
  );
  const candidates = rows[0]?.candidates ?? 0;
  return {
    events: rows.map(toLoggedEvent),
    hasMore: candidates === limits.count || rows.length < candidates,
  };
}

/** An event of the log and where the broker has it. */
export interface Placed {
  readonly row: string;
  readonly place: BrokerPlace | undefined;
}

/**
 * Gives the events the next positions, in the order given. One statement is one transaction, and there is one relay: the
 * positions have no gap, and whoever sees one sees all before it.
 */
export async function mark(lease: Lease, placed: readonly Placed[]): Promise<void> {
  const marked = await lease.query(
    `update event set position = base.last + done.n, failed_at = null, failure = null,
       broker_partition = done.partition, broker_offset = done.place
     from (select coalesce(max(position), 0) as last from event) base,
       unnest($1::bigint[], $2::integer[], $3::bigint[]) with ordinality as done(id, partition, place, n)
     where event.id = done.id and event.position is null
     returning event.id`,
    [
      placed.map(({ row }) => row),
      placed.map(({ place }) => place?.partition ?? null),
      placed.map(({ place }) => place?.offset ?? null),
    ],
  );
  if (marked.length !== placed.length)
    throw new Error(`${placed.length} events were published, but ${marked.length} of them could be marked.`);
}

/** Stores where the broker has events that have their position already. */
export async function setPlaces(lease: Lease, placed: readonly Placed[]): Promise<void> {
  await lease.query(
    `update event set broker_partition = done.partition, broker_offset = done.place
     from unnest($1::bigint[], $2::integer[], $3::bigint[]) as done(id, partition, place)
     where event.id = done.id`,
    [
      placed.map(({ row }) => row),
      placed.map(({ place }) => place?.partition ?? null),
      placed.map(({ place }) => place?.offset ?? null),
    ],
  );
}

/** Keeps an event back that the broker will never take, and with it the later events of its key. */
export async function markFailed(lease: Lease, event: LoggedEvent, failure: string): Promise<void> {
  await lease.query(`update event set failed_at = now(), failure = $2 where id = $1`, [event.row, failure]);
}

/** The last place of each partition that the log knows of. */
export async function lastPlaces(
  lease: Lease,
  partitions: readonly TopicPartition[],
): Promise<readonly (TopicPartition & { readonly offset: number })[]> {
  const rows = await lease.query<{ topic: string; partition: number; place: string | null }>(
    `select topic, partition, (
       select max(broker_offset) from event
       where event.topic = asked.topic and broker_partition = asked.partition and broker_offset is not null
     ) as place from unnest($1::text[], $2::integer[]) as asked(topic, partition)`,
    [partitions.map(({ topic }) => topic), partitions.map(({ partition }) => partition)],
  );
  return rows.flatMap(({ topic, partition, place }) =>
    place === null ? [] : [{ topic, partition, offset: Number(place) }],
  );
}

const MISSING = {
  /** Not yet public. */
  position: 'position is null',
  /** Public, but not on the broker. */
  place: 'position is not null and broker_offset is null',
};

/** Row ids of those events that still lack a position or a place, by event id, in the order of the log. */
export async function lacking(
  lease: Lease,
  what: keyof typeof MISSING,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await lease.query<{ id: string; event_id: string }>(
    `select id, event_id from event where event_id = any($1::uuid[]) and ${MISSING[what]} order by id`,
    [ids],
  );
  return new Map(rows.map(({ id, event_id }) => [event_id, id]));
}

export async function anyUnpositioned(lease: Lease): Promise<boolean> {
  return (await lease.query(`select 1 from event where position is null limit 1`)).length > 0;
}

/** Whether events that have a position are not on the broker. */
export async function anyOffBroker(lease: Lease): Promise<boolean> {
  const rows = await lease.query(
    `select 1 from event where position is not null and broker_offset is null limit 1`,
  );
  return rows.length > 0;
}

/** How many events are kept back as failed. */
export async function countFailed(lease: Lease): Promise<number> {
  const [row] = await lease.query<{ count: string }>(
    `select count(*) from event where failed_at is not null and position is null`,
  );
  return Number(row?.count ?? 0);
}
