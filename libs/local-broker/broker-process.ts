import { readEnvironment } from '#libs/observability/environment.js';
import path from 'node:path';
import { isFormatted, type BrokerFolder } from './broker-folder.js';
import { LocalBrokerError } from './local-broker-error.js';
import { startGuarded, type GuardedProcess } from '#libs/processes/guarded-process.js';
import { runTool, tail } from './run-tool.js';

/** What a broker's JVM runs on. */
export interface BrokerRuntime {
  readonly java: string;
  readonly jars: string;
  readonly heapMb: number;
}

/** Fixed, so that a wiped and re-formatted broker is the same cluster to its clients. */
export const clusterId = 'Q2FyYXZhbnNlcmFpTG9jYQ';

/** SIGTERM lets Kafka write its clean-shutdown marker. */
export const brokerSignals = { polite: 'SIGTERM', last: 'SIGKILL', graceMs: 20_000 } as const;

function jvm(runtime: BrokerRuntime, logLevel: string): string[] {
  return [
    `-Xmx${runtime.heapMb}m`,
    ...['-Xms64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'],
    `-Dorg.slf4j.simpleLogger.defaultLogLevel=${logLevel}`,
    ...['-Dorg.slf4j.simpleLogger.showDateTime=true', '-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS'],
    ...['-cp', path.join(runtime.jars, '*')],
  ];
}

/** Formats an unformatted storage folder; leaves a formatted one alone. */
export async function formatStorage(runtime: BrokerRuntime, folder: BrokerFolder): Promise<void> {
  if (isFormatted(folder)) return;
  const result = await runTool(runtime.java, [
    ...jvm(runtime, 'error'),
    ...['kafka.tools.StorageTool', 'format', '--ignore-formatted'],
    ...['--cluster-id', clusterId, '--config', folder.properties],
  ]);
  if (result.code === 0) return;
  throw new LocalBrokerError(
    'FORMAT_FAILED',
    `Kafka could not format ${folder.data}:\n${tail(result.output)}`,
  );
}

/** Starts the broker's JVM; it is not ready yet. */
export function startBrokerProcess(runtime: BrokerRuntime, folder: BrokerFolder): Promise<GuardedProcess> {
  return startGuarded({
    command: runtime.java,
    args: [...jvm(runtime, 'warn'), 'kafka.Kafka', folder.properties],
    logFile: folder.log,
    signals: brokerSignals,
    env: { ...readEnvironment() },
  });
}
