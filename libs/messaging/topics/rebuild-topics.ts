import { setTimeout as pause } from 'node:timers/promises';
import { createKafka, withAdmin } from '../kafka/create-kafka.js';
import { silentLog, type Log } from '../log.js';
import { KafkaPublisher } from '../relay/kafka-publisher.js';
import { Lease, type LeaseOptions } from '../relay/lease.js';
import { claimOffBroker, setPlaces } from '../relay/log-table.js';
import { arrived, tails } from '../relay/reconcile.js';
import { BatchTooLargeError } from '../relay/relay-errors.js';
import { ensureTopics } from './ensure-topics.js';
import { TopicsError } from './topic-errors.js';
import { topicName } from './topic-names.js';

export interface RebuildOptions extends LeaseOptions {
  readonly brokers: string;
  readonly prefix?: string;
  /** Topics of this service's log, by their names in the contracts. */
  readonly topics: readonly string[];
  /** Deletes the topics and makes them anew; otherwise topics with records are refused. */
  readonly recreate?: boolean;
  /** Copies of each partition of topics that are made anew; 1 unless told. */
  readonly replicationFactor?: number;
  /** How long a relay may take to give its lease back; 10,000 ms unless told. */
  readonly leaseWaitMs?: number;
  /** Events on the broker so far, and all there will be. */
  readonly progress?: (done: number, total: number) => void;
  readonly log?: Log;
}

export interface RebuildResult {
  readonly published: number;
  /** Events that an earlier, interrupted rebuild had published. */
  readonly found: number;
}

const BATCH = { count: 500, bytes: 512_000 };

/** A relay that cannot publish gives its lease back between its tries; one that can must be stopped. */
async function withLease<T>(options: RebuildOptions, work: (lease: Lease) => Promise<T>): Promise<T> {
  const lease = await Lease.connect(options);
  try {
    const end = performance.now() + (options.leaseWaitMs ?? 10_000);
    while (!(await lease.tryAcquire())) {
      if (performance.now() > end)
        throw new TopicsError(
          'RELAY_RUNNING',
          `A relay publishes the events of ${options.schema}. Stop the service, then rebuild the topics.`,
        );
      await pause(50);
    }
    return await work(lease);
  } finally {
    await lease.release();
  }
}

async function recreate(options: RebuildOptions, log: Log): Promise<void> {
  const names = options.topics.map((topic) => topicName(options.prefix ?? '', topic));
  const kafka = createKafka({ brokers: options.brokers, clientId: 'caravanserai-topics', log });
  await withAdmin(kafka, async (admin) => {
    const present = new Set(await admin.listTopics());
    const topics = names.filter((name) => present.has(name));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    while ((await admin.listTopics()).some((name) => topics.includes(name))) await pause(50);
  });
  await ensureTopics(options);
}

async function forgetPlaces(lease: Lease, topics: readonly string[]): Promise<void> {
  await lease.query(
    `update event set broker_partition = null, broker_offset = null
     where topic = any($1::text[]) and broker_offset is not null`,
    [topics],
  );
}

/** Finds out what is on the broker and must not be published again. Refuses records that are not of this rebuild. */
async function prepare(lease: Lease, publisher: KafkaPublisher, topics: readonly string[]): Promise<number> {
  const ends = await publisher.ends(topics);
  const filled = ends.filter(({ high }) => high > 0);
  if (filled.length === 0) {
    await forgetPlaces(lease, topics);
    return 0;
  }
  const refusal = new TopicsError(
    'TOPIC_HAS_RECORDS',
    `Topics ${[...new Set(filled.map(({ topic }) => topic))].join(', ')} have records. Leave them out, or have them deleted and made anew (--recreate).`,
  );
  const pending = await claimOffBroker(lease, { count: 1, bytes: 0 }, topics);
  if (pending.length === 0) throw refusal;
  const found = await publisher.read(await tails(lease, ends));
  const placed = await arrived(lease, 'place', found);
  if (placed.length !== found.length) throw refusal;
  await setPlaces(lease, placed);
  return await countPlaced(lease, topics);
}

async function countPlaced(lease: Lease, topics: readonly string[]): Promise<number> {
  const [row] = await lease.query<{ count: string }>(
    `select count(*) from event where topic = any($1::text[]) and broker_offset is not null`,
    [topics],
  );
  return Number(row?.count ?? 0);
}

async function countPositioned(lease: Lease, topics: readonly string[]): Promise<number> {
  const [row] = await lease.query<{ count: string }>(
    `select count(*) from event where topic = any($1::text[]) and position is not null`,
    [topics],
  );
  return Number(row?.count ?? 0);
}

/** Notes what is on the broker beyond the places known; answers how many events it met. */
async function notePlaces(lease: Lease, publisher: KafkaPublisher, topics: readonly string[]) {
  const found = await publisher.read(await tails(lease, await publisher.ends(topics)));
  const placed = await arrived(lease, 'place', found);
  await setPlaces(lease, placed);
  return placed.length;
}

async function publishAll(
  lease: Lease,
  publisher: KafkaPublisher,
  topics: readonly string[],
  progress: (published: number) => void,
): Promise<number> {
  let [published, count] = [0, BATCH.count];
  for (;;) {
    const events = await claimOffBroker(lease, { ...BATCH, count }, topics);
    if (events.length === 0) return published;
    try {
      const places = await publisher.publish(events);
      await setPlaces(
        lease,
        events.map(({ row }, index) => ({ row, place: places[index] })),
      );
      published += events.length;
      count = BATCH.count;
    } catch (error) {
      if (!(error instanceof BatchTooLargeError) || events.length === 1) throw error;
      published += await notePlaces(lease, publisher, topics);
      count = Math.floor(events.length / 2);
    }
    progress(published);
  }
}

/**
 * Publishes the whole log again, in the order of the positions, with the same ids and bytes, into empty topics: after the
 * broker lost its disk, or when a log that had no broker gets one. An interrupted rebuild goes on where it stopped when
 * it is run again; until it has ended the relay publishes nothing new. Throws TopicsError.
 */
export async function rebuildTopics(options: RebuildOptions): Promise<RebuildResult> {
  const log = options.log ?? silentLog;
  const publisher = new KafkaPublisher({ ...options, log, clientId: 'caravanserai-rebuild' });
  try {
    return await withLease(options, async (lease) => {
      if (options.recreate) await recreate(options, log);
      const found = await prepare(lease, publisher, options.topics);
      const total = await countPositioned(lease, options.topics);
      options.progress?.(found, total);
      const published = await publishAll(lease, publisher, options.topics, (done) =>
        options.progress?.(found + done, total),
      );
      return { published, found };
    });
  } finally {
    await publisher.close();
  }
}
