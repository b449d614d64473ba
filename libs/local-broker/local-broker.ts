import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brokerFolder, makeFolder, wipeData, writeProperties, type BrokerFolder } from './broker-folder.js';
import { brokerSignals, formatStorage, startBrokerProcess, type BrokerRuntime } from './broker-process.js';
import { waitUntilReady } from './broker-readiness.js';
import { javaCommand, requireJava } from './java.js';
import { defaultJarSource, ensureKafkaJars } from './kafka-jars.js';
import { LocalBrokerError } from './local-broker-error.js';
import { claimFolder, recordServer, releaseFolder } from '#libs/processes/folder-claim.js';
import { freePort, isPortFree } from '#libs/processes/free-port.js';
import { type GuardedProcess } from '#libs/processes/guarded-process.js';

/** How a local broker is started; everything has a default. */
export interface LocalBrokerOptions {
  /** Kept between starts when given; otherwise a temporary folder that goes with `stop`. */
  readonly dataFolder?: string;
  readonly port?: number;
  readonly controllerPort?: number;
  /** Largest heap of the JVM in MB (default 256). */
  readonly heapMb?: number;
  /** Further broker properties. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

/** A running Apache Kafka broker of this process. */
export interface LocalBroker {
  /** Address for clients: `127.0.0.1:<port>`. */
  readonly brokers: string;
  /** Number of the JVM's process; that of the last one after `kill`. */
  readonly pid: number;
  /** Stops cleanly (SIGTERM, after 20 s SIGKILL) and gives the folder back. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash; the data stays for `restart`. */
  kill(): Promise<void>;
  /** Starts again on the same ports and data, stopping cleanly first if it runs. */
  restart(): Promise<void>;
  /** Stops and deletes all data, as a lost disk; `restart` brings an empty broker of the same cluster. */
  wipe(): Promise<void>;
  /** Resolves with the manner of its end when the current process ends. */
  waitForEnd(): Promise<string>;
}

interface Ports {
  readonly port: number;
  readonly controllerPort: number;
}

async function choosePorts(options: LocalBrokerOptions): Promise<Ports> {
  for (const port of [options.port, options.controllerPort]) {
    if (port === undefined || (await isPortFree(port))) continue;
    throw new LocalBrokerError(
      'PORT_BUSY',
      `Port ${port} of 127.0.0.1 is in use. Stop the program that holds it or choose another port.`,
    );
  }
  return {
    port: options.port ?? (await freePort()),
    controllerPort: options.controllerPort ?? (await freePort()),
  };
}

async function claim(folder: BrokerFolder, log: (line: string) => void): Promise<void> {
  const result = await claimFolder(folder.root, brokerSignals);
  if (!result.claimed) {
    throw new LocalBrokerError(
      'FOLDER_IN_USE',
      `A broker of process ${result.heldBy} uses ${folder.root}. Stop that one or choose another folder.`,
    );
  }
  if (result.orphanStopped !== undefined) {
    log(`Stopped the broker (process ${result.orphanStopped}) that a killed run had left behind.`);
  }
}

async function boot(runtime: BrokerRuntime, folder: BrokerFolder, ports: Ports, log: (line: string) => void) {
  await formatStorage(runtime, folder);
  const broker = await startBrokerProcess(runtime, folder);
  recordServer(folder.root, broker.pid);
  try {
    await waitUntilReady(broker, ports.port, log);
    return broker;
  } catch (error) {
    await broker.kill();
    throw error;
  }
}

function handle(
  first: GuardedProcess,
  again: () => Promise<GuardedProcess>,
  folder: BrokerFolder,
  ports: Ports,
  temporary: boolean,
): LocalBroker {
  let current = first;
  return {
    brokers: `127.0.0.1:${ports.port}`,
    get pid() {
      return current.pid;
    },
    kill: () => current.kill(),
    waitForEnd: () => current.waitForEnd(),
    async stop() {
      await current.stop();
      releaseFolder(folder.root);
      if (temporary) rmSync(folder.root, { recursive: true, force: true });
    },
    async restart() {
      await current.stop();
      current = await again();
    },
    async wipe() {
      await current.stop();
      wipeData(folder);
    },
  };
}

/**
 * Starts a real one-node Apache Kafka broker and waits until it answers clients. It also ends when this process ends by
 * any signal, SIGKILL included (not on Windows). Throws LocalBrokerError.
 */
export async function startLocalBroker(options: LocalBrokerOptions = {}): Promise<LocalBroker> {
  const log = options.log ?? (() => undefined);
  const java = javaCommand();
  await requireJava(java);
  const jars = await ensureKafkaJars(defaultJarSource(), log);
  const temporary = options.dataFolder === undefined;
  const folder = brokerFolder(
    options.dataFolder ? path.resolve(options.dataFolder) : mkdtempSync(path.join(tmpdir(), 'kafka-')),
  );
  makeFolder(folder);
  await claim(folder, log);
  try {
    const ports = await choosePorts(options);
    writeProperties(folder, { ...ports, settings: options.settings });
    const runtime = { java, jars, heapMb: options.heapMb ?? 256 };
    const again = () => boot(runtime, folder, ports, log);
    return handle(await again(), again, folder, ports, temporary);
  } catch (error) {
    releaseFolder(folder.root);
    if (temporary) rmSync(folder.root, { recursive: true, force: true });
    throw error;
  }
}
