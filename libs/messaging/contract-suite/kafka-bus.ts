import kafkajs, { type IHeaders, type Kafka, type KafkaMessage, type Producer } from 'kafkajs';
import { type DataSource } from 'typeorm';
import { createTopics } from '../topics/create-topics.js';
import { DEAD_LETTER_HEADERS } from '../kafka-server/dead-letter-record.js';
import { KafkaEventServer } from '../kafka-server/kafka-event-server.js';
import { type KafkaEventServerOptions } from '../kafka-server/kafka-event-server-options.js';
import { redriveKafka } from '../kafka-server/redrive-kafka.js';
import { withAdmin } from '../kafka/create-kafka.js';
import { silentLog } from '../log.js';
import { deadLetterTopic, topicName } from '../topics/topic-names.js';
import { TOPICS } from '#libs/contracts/topics.js';
import { type WireHeaders } from '../envelope/decode-headers.js';
import {
  type BusUnderTest,
  type DeadLetterView,
  type TestRecord,
  type TunableOptions,
} from './bus-under-test.js';

type KafkaTunables = TunableOptions &
  Partial<Pick<KafkaEventServerOptions, 'log' | 'onFatal' | 'sessionTimeoutMs'>>;

/** kafkajs cannot write a header without a value. */
function present(headers: WireHeaders): IHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as IHeaders;
}

/** One send for one partition: kafkajs repeats a send as a whole when one of its partitions was refused. */
function runsOfOneKey(records: readonly TestRecord[]): TestRecord[][] {
  const runs: TestRecord[][] = [];
  for (const record of records) {
    const last = runs.at(-1)?.[0];
    if (last?.key === record.key && last.topic === record.topic) runs.at(-1)?.push(record);
    else runs.push([record]);
  }
  return runs;
}

const text = (headers: IHeaders | undefined, name: string) => headers?.[name]?.toString();

/** A bus on a real broker, under a topic prefix of its own. */
export class KafkaBus implements BusUnderTest {
  readonly fatal: Error[] = [];

  private constructor(
    private readonly kafka: Kafka,
    private readonly producer: Producer,
    readonly brokers: string,
    readonly prefix: string,
    readonly dataSource: DataSource,
  ) {}

  static async create(
    kafka: Kafka,
    brokers: string,
    prefix: string,
    dataSource: DataSource,
  ): Promise<KafkaBus> {
    const topics = Object.values(TOPICS).map(({ name, partitions, maxMessageBytes }) => ({
      topic: topicName(prefix, name),
      numPartitions: Math.min(partitions, 3),
      configEntries: [{ name: 'max.message.bytes', value: String(maxMessageBytes) }],
    }));
    await withAdmin(kafka, (admin) => createTopics(admin, topics));
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return new KafkaBus(kafka, producer, brokers, prefix, dataSource);
  }

  async publish(records: readonly TestRecord[]): Promise<void> {
    for (const run of runsOfOneKey(records)) {
      const messages = run.map(({ key, value, headers }) => ({ key, value, headers: present(headers) }));
      const topic = topicName(this.prefix, run[0]?.topic ?? '');
      await this.producer.send({ topic, acks: -1, compression: kafkajs.CompressionTypes.GZIP, messages });
    }
  }

  createServer(group: string, options: KafkaTunables = {}): KafkaEventServer {
    const { brokers, prefix: topicPrefix, dataSource, fatal } = this;
    const onFatal = (error: Error) => void fatal.push(error);
    const own = { brokers, topicPrefix, group: this.groupId(group), dataSource, log: silentLog, onFatal };
    return new KafkaEventServer({ ...own, ...options });
  }

  /** Groups are the broker's, so that their names begin with the prefix too. */
  groupId(group: string): string {
    return `${this.prefix}${group}`;
  }

  redrive(group: string, topic?: string): Promise<number> {
    const { brokers, prefix } = this;
    return redriveKafka({
      brokers,
      prefix,
      group: this.groupId(group),
      ...(topic !== undefined && { topic }),
    });
  }

  async deadLetters(group: string): Promise<readonly DeadLetterView[]> {
    const { name } = TOPICS.dailyReport;
    const messages = await this.read(deadLetterTopic(name, this.groupId(group)));
    return messages.map(({ key, value, headers }) => ({
      topic: text(headers, DEAD_LETTER_HEADERS.topic) ?? '',
      key: key?.toString() ?? null,
      value,
      eventId: text(headers, 'ce_id'),
      code: text(headers, DEAD_LETTER_HEADERS.errorCode) ?? '',
      reason: text(headers, DEAD_LETTER_HEADERS.errorMessage) ?? '',
    }));
  }

  countRecords(topic: string): Promise<number> {
    return withAdmin(this.kafka, async (admin) => {
      const offsets = await admin.fetchTopicOffsets(topicName(this.prefix, topic));
      return offsets.reduce((sum, { high }) => sum + Number(high), 0);
    });
  }

  /** Everything that lies on a topic of one partition. */
  async read(topic: string): Promise<KafkaMessage[]> {
    const count = await this.countRecords(topic);
    if (count === 0) return [];
    const consumer = this.kafka.consumer({
      groupId: `${this.prefix}reader-${Math.random()}`,
      maxWaitTimeInMs: 100,
    });
    await consumer.connect();
    try {
      await consumer.subscribe({ topic: topicName(this.prefix, topic), fromBeginning: true });
      const messages: KafkaMessage[] = [];
      return await new Promise((resolve, reject) => {
        const eachMessage = async ({ message }: { message: KafkaMessage }) => {
          messages.push(message);
          if (messages.length === count) resolve(messages);
        };
        consumer.run({ eachMessage }).catch(reject);
      });
    } finally {
      await consumer.disconnect();
    }
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }
}
