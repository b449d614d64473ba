import { setTimeout as delay } from 'node:timers/promises';
import { type EntityManager } from 'typeorm';
import { topicsOf } from '#libs/contracts/topics.js';
import { countTopics, type TopicCount } from '#libs/messaging/topics/verify-topics.js';
import { withServiceDatabase } from '#libs/service-host/start-service.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { EVENT_SERVICE_DEFINITIONS } from '../services.js';
import { type Stage } from './stage.js';

/** Whether the bus holds exactly what the event logs hold. */
export interface BusCheck {
  /** Events in the logs by topic. */
  readonly logged: Readonly<Record<string, number>>;
  /** Sum of the partitions' end offsets by topic; absent on the embedded bus. */
  readonly endOffsets?: Readonly<Record<string, number>>;
  /** Events without a position: not public yet. */
  readonly unpublished: number;
  /** Topics on which log and broker differ. */
  readonly differing: readonly string[];
}

/** Milliseconds that the relays get for the last events. */
const PATIENCE = 10_000;
const PAUSE = 50;

/** Compares the topics' end offsets with the event logs, as soon as every event is public (or after ten seconds). */
export async function checkBus(stage: Stage): Promise<BusCheck> {
  const until = performance.now() + PATIENCE;
  let check = busCheckOf(await countAll(stage), stage.kafka !== undefined);
  while (check.unpublished > 0 && performance.now() < until) {
    await delay(PAUSE);
    check = busCheckOf(await countAll(stage), stage.kafka !== undefined);
  }
  return check;
}

/** What the counts say; on the embedded bus the log is all there is. */
export function busCheckOf(counts: readonly TopicCount[], hasBroker: boolean): BusCheck {
  const byTopic = (value: (count: TopicCount) => number): Record<string, number> =>
    Object.fromEntries(counts.map((count) => [count.topic, value(count)]));
  return {
    logged: byTopic(({ logged }) => logged),
    ...(hasBroker && { endOffsets: byTopic(({ onBroker }) => onBroker) }),
    unpublished: counts.reduce((sum, { waiting }) => sum + waiting, 0),
    differing: hasBroker
      ? counts.filter(({ logged, onBroker }) => logged !== onBroker).map(({ topic }) => topic)
      : [],
  };
}

async function countAll(stage: Stage): Promise<TopicCount[]> {
  const counts: TopicCount[] = [];
  for (const definition of EVENT_SERVICE_DEFINITIONS) counts.push(...(await countsOf(stage, definition)));
  return counts;
}

function countsOf(stage: Stage, definition: ServiceDefinition): Promise<readonly TopicCount[]> {
  const topics = topicsOf(definition.name);
  const { kafka } = stage;
  return withServiceDatabase(definition, stage.databaseUrl, ({ manager }) =>
    kafka
      ? countTopics({ manager, brokers: kafka.brokers, prefix: kafka.topicPrefix, topics })
      : countLog(manager, topics),
  );
}

/** Without a broker there is the log alone. */
async function countLog(manager: EntityManager, topics: readonly string[]): Promise<TopicCount[]> {
  const rows: { topic: string; logged: number; waiting: number }[] = await manager.query(
    `select topic, count(position)::int as logged, (count(*) - count(position))::int as waiting
     from event where topic = any($1::text[]) group by topic`,
    [topics],
  );
  return rows.map((row) => ({ ...row, onBroker: row.logged }));
}
