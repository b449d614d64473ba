import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { EVENT_SERVICES, type Service } from '#libs/contracts/topics.js';
import { startLocalBroker } from '#libs/local-broker/local-broker.js';
import { readEnvironment } from '#libs/observability/environment.js';
import { startEmbeddedPostgres } from '#libs/persistence/embedded/start-embedded-postgres.js';
import { migrateService } from '#libs/service-host/start-service.js';
import { KEYS_FILE } from '#libs/signing/key-files.js';
import { markAsDevelopment } from '#libs/security/development-mark.js';
import { makeKeyFile } from '#libs/security/encryption/key-file.js';
import { createFirstKey } from '#libs/signing/manage-keys.js';
import { SERVICE_DEFINITIONS } from '../services.js';
import { ServiceProcess } from './service-process.js';

/** Which bus the replay runs over. */
export type Bus = 'kafka' | 'embedded';

export interface StageOptions {
  readonly bus: Bus;
  /** Failpoints by service, armed at its first start. */
  readonly failpoints: ReadonlyMap<Service, string>;
  readonly say: (line: string) => void;
}

/** The running product of one replay: a throw-away database, a bus and three supervised processes. */
export interface Stage {
  readonly services: ReadonlyMap<Service, ServiceProcess>;
  readonly databaseUrl: string;
  /** Absent on the embedded bus. */
  readonly kafka?: { readonly brokers: string; readonly topicPrefix: string };
  /** Folder with the logs of the services. */
  readonly folder: string;
  /** Stops everything and deletes the data; the logs stay when `keepLogs`. */
  close(keepLogs: boolean): Promise<void>;
}

/** Sets the stage; whatever was started is stopped again when a later part fails. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'caravanserai-replay-'));
  const undo: (() => Promise<void>)[] = [];
  const unwind = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    options.say('Starting PostgreSQL …');
    const postgres = await startEmbeddedPostgres({
      dataFolder: path.join(folder, 'postgres'),
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    });
    undo.push(() => postgres.stop());
    const databaseUrl = postgres.url();
    for (const definition of SERVICE_DEFINITIONS) await migrateService(definition, databaseUrl);
    const kafka = options.bus === 'kafka' ? await openKafka(options.say, undo) : undefined;
    markAsDevelopment(folder);
    await createFirstKey(path.join(folder, 'signing'));
    makeKeyFile(path.join(folder, NOMINAL_KEY));
    options.say('Starting reporting, coordination and bulletin …');
    const services = startProcesses(databaseUrl, kafka, folder, options.failpoints);
    for (const service of services.values()) undo.push(() => service.stop());
    await Promise.all([...services.values()].map((service) => service.start()));
    const close = async (keepLogs: boolean): Promise<void> => {
      await unwind();
      await clear(folder, keepLogs ? DATA : ['.']);
    };
    return { services, databaseUrl, folder, close, ...(kafka && { kafka }) };
  } catch (error) {
    await unwind();
    await clear(folder, DATA);
    options.say(`The logs of the services are kept in ${folder}`);
    throw error;
  }
}

/** Master key of nominal data. */
const NOMINAL_KEY = 'nominal.key';
/** What is deleted whatever becomes of the logs. */
const DATA = ['postgres', 'signing', NOMINAL_KEY];

async function clear(folder: string, parts: readonly string[]): Promise<void> {
  for (const part of parts) await rm(path.join(folder, part), { recursive: true, force: true });
}

/** The broker of KAFKA_BROKERS under a prefix of this run, or a broker of its own. */
async function openKafka(
  say: (line: string) => void,
  undo: (() => Promise<void>)[],
): Promise<{ brokers: string; topicPrefix: string }> {
  const topicPrefix = `replay-${randomUUID().slice(0, 8)}.`;
  const given = readEnvironment()['KAFKA_BROKERS'];
  if (given !== undefined) return { brokers: given, topicPrefix };
  say('Starting Apache Kafka …');
  const broker = await startLocalBroker();
  undo.push(() => broker.stop());
  return { brokers: broker.brokers, topicPrefix };
}

function startProcesses(
  databaseUrl: string,
  kafka: { brokers: string; topicPrefix: string } | undefined,
  folder: string,
  failpoints: ReadonlyMap<Service, string>,
): Map<Service, ServiceProcess> {
  const { PATH = '', HOME = '' } = readEnvironment();
  const bus: Record<string, string> = kafka
    ? { KAFKA_BROKERS: kafka.brokers, KAFKA_TOPIC_PREFIX: kafka.topicPrefix }
    : { MESSAGING: 'embedded' };
  const signing = { SIGNING_KEYS_FILE: path.join(folder, 'signing', KEYS_FILE) };
  return new Map(
    EVENT_SERVICES.map((service) => {
      const armed = failpoints.get(service);
      const process = new ServiceProcess({
        service,
        environment: {
          PATH,
          HOME,
          DATABASE_URL: databaseUrl,
          LOG_LEVEL: 'info',
          JOBS: 'off',
          ...bus,
          ...signing,
          NOMINAL_KEY_FILE: path.join(folder, NOMINAL_KEY),
        },
        logFile: path.join(folder, `${service}.log`),
        ...(armed !== undefined && { failpoints: armed }),
      });
      return [service, process];
    }),
  );
}
