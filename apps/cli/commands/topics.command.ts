import { type Command } from 'commander';
import cliProgress from 'cli-progress';
import { topicsOf } from '#libs/contracts/topics.js';
import { releaseFailedEvents } from '#libs/messaging/event-log/failed-events.js';
import { rebuildTopics } from '#libs/messaging/topics/rebuild-topics.js';
import { countTopics } from '#libs/messaging/topics/verify-topics.js';
import { withServiceDatabase } from '#libs/service-host/start-service.js';
import { EVENT_SERVICE_DEFINITIONS } from '../services.js';
import { brokersOption, databaseUrlOption, topicPrefixOption } from './options.js';

interface TopicFlags {
  readonly databaseUrl: string;
  readonly brokers: string;
  readonly topicPrefix: string;
}

/** `cli rebuild-topics`, `verify-topics` and `release-failed-events`: the broker against the event logs. */
export function addTopicCommands(program: Command): void {
  program
    .command('rebuild-topics')
    .description(
      'fills the topics from the event logs with the same ids and bytes, after the broker lost its disk; stop the services first',
    )
    .option('--recreate', 'delete topics that hold records and make them anew', false)
    .addOption(databaseUrlOption())
    .addOption(brokersOption())
    .addOption(topicPrefixOption())
    .action((flags: TopicFlags & { recreate: boolean }) => rebuild(flags));
  program
    .command('verify-topics')
    .description("compares the topics' end offsets with the event logs; exit code 1 when they differ")
    .addOption(databaseUrlOption())
    .addOption(brokersOption())
    .addOption(topicPrefixOption())
    .option('--json', 'print the counts as JSON', false)
    .action((flags: TopicFlags & { json: boolean }) => verify(flags));
  program
    .command('release-failed-events')
    .description('lets the relays try events again that the broker had refused for their size')
    .addOption(databaseUrlOption())
    .action(({ databaseUrl }: { databaseUrl: string }) => release(databaseUrl));
}

async function rebuild({
  databaseUrl,
  brokers,
  topicPrefix,
  recreate,
}: TopicFlags & { recreate: boolean }): Promise<void> {
  for (const { name } of EVENT_SERVICE_DEFINITIONS) {
    const bar = new cliProgress.SingleBar(
      { format: `  ${name.padEnd(12)} {bar} {value}/{total} events`, stream: process.stderr },
      cliProgress.Presets.shades_classic,
    );
    bar.start(0, 0);
    const options = {
      databaseUrl,
      schema: name,
      brokers,
      prefix: topicPrefix,
      topics: topicsOf(name),
      recreate,
    };
    const { published, found } = await rebuildTopics({
      ...options,
      progress: (done, total) => {
        bar.setTotal(total);
        bar.update(done);
      },
    }).finally(() => bar.stop());
    process.stdout.write(`${name}: ${published} events published, ${found} were there already\n`);
  }
}

async function verify({
  databaseUrl,
  brokers,
  topicPrefix,
  json,
}: TopicFlags & { json: boolean }): Promise<void> {
  const counts = [];
  for (const definition of EVENT_SERVICE_DEFINITIONS) {
    const topics = topicsOf(definition.name);
    const own = await withServiceDatabase(definition, databaseUrl, ({ manager }) =>
      countTopics({ manager, brokers, prefix: topicPrefix, topics }),
    );
    counts.push(...own);
  }
  const differ = counts.some(({ logged, onBroker, waiting }) => logged !== onBroker || waiting > 0);
  const lines = counts.map(
    ({ topic, logged, onBroker, waiting }) =>
      `${topic}: ${logged} in the log, ${onBroker} on the broker, ${waiting} waiting`,
  );
  process.stdout.write(json ? `${JSON.stringify(counts, null, 2)}\n` : `${lines.join('\n')}\n`);
  process.exitCode = differ ? 1 : 0;
}

async function release(databaseUrl: string): Promise<void> {
  for (const definition of EVENT_SERVICE_DEFINITIONS) {
    const released = await withServiceDatabase(definition, databaseUrl, ({ manager }) =>
      releaseFailedEvents(manager),
    );
    process.stdout.write(`${definition.name}: ${released} events released\n`);
  }
}
