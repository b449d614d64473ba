import { type Command, InvalidArgumentError } from 'commander';
import { runKafkaCommand } from '#libs/local-broker/run-kafka-command.js';

/** `cli kafka`: a real broker without Docker, until Ctrl-C. */
export function addKafkaCommand(program: Command): void {
  program
    .command('kafka')
    .description(
      'starts one Apache Kafka broker on this machine (Java 17 and Maven, no Docker) and stops it on Ctrl-C',
    )
    .option('--port <port>', 'port for clients', port, 9092)
    .option('--data <dir>', 'folder for the messages', '.data/kafka')
    .action(async (flags: { port: number; data: string }) => {
      const controller = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
      process.exitCode = await runKafkaCommand(
        { port: flags.port, dataFolder: flags.data },
        process.stdout,
        controller.signal,
      );
    });
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('It must be a number up to 65535.');
  return Number(text);
}
