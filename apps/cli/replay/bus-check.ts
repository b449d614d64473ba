import pg from 'pg';
import type kafkajs from 'kafkajs';
import { SERVICES, TOPICS } from '#libs/contracts/topics.js';
import { createKafka, withAdmin } from '#libs/messaging/kafka/create-kafka.js';
import { silentLog } from '#libs/messaging/log.js';
import { topicName } from '#libs/messaging/topics/topic-names.js';
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

/** Compares the topics' end offsets with the event logs. */
export async function checkBus(stage: Stage): Promise<BusCheck> {
  const { logged, unpublished } = await readLogs(stage.databaseUrl);
  if (!stage.kafka) return { logged, unpublished, differing: [] };
  const endOffsets = await readEndOffsets(stage.kafka.brokers, stage.kafka.topicPrefix);
  const differing = Object.keys(endOffsets).filter((topic) => endOffsets[topic] !== (logged[topic] ?? 0));
  return { logged, endOffsets, unpublished, differing };
}

async function readLogs(
  databaseUrl: string,
): Promise<{ logged: Record<string, number>; unpublished: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const logged: Record<string, number> = {};
    let unpublished = 0;
    for (const schema of SERVICES) {
      const { rows } = await client.query<{ topic: string; count: number; open: number }>(
        `select topic, count(*)::int as count, count(*) filter (where position is null)::int as open
         from "${schema}".event group by topic`,
      );
      for (const row of rows) {
        logged[row.topic] = row.count;
        unpublished += row.open;
      }
    }
    return { logged, unpublished };
  } finally {
    await client.end();
  }
}

async function readEndOffsets(brokers: string, prefix: string): Promise<Record<string, number>> {
  const kafka: kafkajs.Kafka = createKafka({ brokers, clientId: 'caravanserai-bus-check', log: silentLog });
  return withAdmin(kafka, async (admin) => {
    const ends: Record<string, number> = {};
    for (const { name } of Object.values(TOPICS)) {
      const partitions = await admin.fetchTopicOffsets(topicName(prefix, name));
      ends[name] = partitions.reduce((sum, partition) => sum + Number(partition.high), 0);
    }
    return ends;
  });
}
