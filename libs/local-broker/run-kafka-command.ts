import path from 'node:path';
import { startLocalBroker, type LocalBroker } from './local-broker.js';
import { LocalBrokerError } from './local-broker-error.js';

/** Options of `npm run kafka`. */
export interface KafkaCommandOptions {
  /** Where the messages are kept (default `.data/kafka` of the working folder). */
  readonly dataFolder?: string;
  /** Port for clients (default 9092). */
  readonly port?: number;
  readonly heapMb?: number;
}

function aborted(signal: AbortSignal): Promise<'stop'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stop');
    else signal.addEventListener('abort', () => resolve('stop'), { once: true });
  });
}

async function untilStopped(
  broker: LocalBroker,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const end = await Promise.race([aborted(signal), broker.waitForEnd()]);
  if (end === 'stop') {
    say('Stopping Kafka …');
    await broker.stop();
    say('Kafka has stopped; the messages are kept.');
    return 0;
  }
  await broker.stop();
  say(`Kafka ended by itself (${end}); see broker.log in its folder.`);
  return 1;
}

/**
 * `npm run kafka`: starts a broker, says its address and folder, waits until `signal` is aborted (Ctrl-C) and stops it
 * cleanly. Returns the exit code; expected trouble is said in one message, without a stack.
 */
export async function runKafkaCommand(
  options: KafkaCommandOptions,
  stdout: { write(text: string): unknown },
  signal: AbortSignal,
): Promise<number> {
  const say = (line: string) => void stdout.write(`${line}\n`);
  const dataFolder = path.resolve(options.dataFolder ?? path.join('.data', 'kafka'));
  const { port = 9092, heapMb } = options;
  say(`Starting Apache Kafka; its messages are kept in ${dataFolder}`);
  try {
    const broker = await startLocalBroker({
      dataFolder,
      port,
      log: say,
      ...(heapMb !== undefined && { heapMb }),
    });
    say(`Kafka is ready: KAFKA_BROKERS=${broker.brokers} (process ${broker.pid}). Ctrl-C stops it.`);
    return await untilStopped(broker, say, signal);
  } catch (error) {
    if (!(error instanceof LocalBrokerError)) throw error;
    say(`Kafka could not be started: ${error.message}`);
    return 1;
  }
}
