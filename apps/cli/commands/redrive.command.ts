import { type Command, Option } from 'commander';
import { EVENT_SERVICES, type Service } from '#libs/contracts/topics.js';
import { redriveEmbedded } from '#libs/messaging/embedded/dead-letter-table.js';
import { redriveKafka } from '#libs/messaging/kafka-server/redrive-kafka.js';
import { readEnvironment } from '#libs/observability/environment.js';
import { consumerGroup } from '#libs/service-host/messaging.js';
import { withServiceDatabase } from '#libs/service-host/start-service.js';
import { serviceDefinition } from '../services.js';

interface RedriveFlags {
  readonly service: Service;
  readonly topic?: string;
  readonly brokers?: string;
  readonly topicPrefix: string;
  readonly embedded: boolean;
}

/** `cli redrive`: dead letters of a service back to it, once their cause has been mended. */
export function addRedriveCommand(program: Command): void {
  program
    .command('redrive')
    .description(
      'gives the dead letters of a service to it once more; do so when their cause has been mended',
    )
    .addOption(
      new Option('--service <name>', 'whose dead letters').choices(EVENT_SERVICES).makeOptionMandatory(),
    )
    .option('--topic <name>', 'only those of this topic')
    .addOption(new Option('--brokers <list>', 'host:port, several separated by commas').env('KAFKA_BROKERS'))
    .addOption(
      new Option('--topic-prefix <prefix>', 'beginning of every topic name')
        .env('KAFKA_TOPIC_PREFIX')
        .default(''),
    )
    .option('--embedded', 'the services run on the embedded bus (DATABASE_URL)', false)
    .action(async (flags: RedriveFlags) => {
      const count = flags.embedded ? await fromTable(flags) : await fromKafka(flags);
      process.stdout.write(`${flags.service}: dead letters sent back: ${count}\n`);
    });
}

async function fromKafka({ service, topic, brokers, topicPrefix }: RedriveFlags): Promise<number> {
  if (brokers === undefined) throw new Error('Give --brokers (or KAFKA_BROKERS), or --embedded.');
  const group = consumerGroup(service, topicPrefix);
  return redriveKafka({ brokers, prefix: topicPrefix, group, ...(topic !== undefined && { topic }) });
}

async function fromTable({ service, topic }: RedriveFlags): Promise<number> {
  const databaseUrl = readEnvironment()['DATABASE_URL'];
  if (databaseUrl === undefined) throw new Error('--embedded needs DATABASE_URL.');
  return withServiceDatabase(serviceDefinition(service), databaseUrl, (dataSource) =>
    redriveEmbedded({ dataSource, group: service, ...(topic !== undefined && { topic }) }),
  );
}
