import { type EntityManager } from 'typeorm';
import { createKafka } from '../kafka/create-kafka.js';
import { silentLog, type Log } from '../log.js';
import { topicEnds } from '../relay/topic-tails.js';

export interface VerifyTopicsOptions {
  /** Reads the schema of the service. */
  readonly manager: EntityManager;
  readonly brokers: string;
  readonly prefix?: string;
  /** Topics of this service's log, by their names in the contracts. */
  readonly topics: readonly string[];
  readonly log?: Log;
}

/** What log and broker say of a topic. They agree when `logged` equals `onBroker`. */
export interface TopicCount {
  readonly topic: string;
  /** Published events in the log. */
  readonly logged: number;
  /** Sum of the end offsets: all records that ever were in the topic, also those past their retention. */
  readonly onBroker: number;
  /** Events in the log that wait to be published. */
  readonly waiting: number;
}

interface Counts {
  readonly topic: string;
  readonly logged: string;
  readonly waiting: string;
}

/** Counts each topic in the log and on the broker. Throws TopicMissingError. */
export async function countTopics(options: VerifyTopicsOptions): Promise<readonly TopicCount[]> {
  const { manager, brokers, topics, log = silentLog, prefix = '' } = options;
  const rows = await manager.query<Counts[]>(
    `select topic, count(position) as logged, count(*) - count(position) as waiting
     from event where topic = any($1::text[]) group by topic`,
    [topics],
  );
  const kafka = createKafka({ brokers, clientId: 'caravanserai-verify', log });
  const ends = await topicEnds(kafka, prefix, topics);
  return topics.map((topic) => {
    const row = rows.find((each) => each.topic === topic);
    const own = ends.filter((each) => each.topic === topic);
    return {
      topic,
      logged: Number(row?.logged ?? 0),
      waiting: Number(row?.waiting ?? 0),
      onBroker: own.reduce((sum, { high }) => sum + high, 0),
    };
  });
}

/** Topics whose end offsets differ from the event log; none when all is well. */
export async function verifyTopics(options: VerifyTopicsOptions): Promise<readonly TopicCount[]> {
  return (await countTopics(options)).filter(({ logged, onBroker }) => logged !== onBroker);
}
