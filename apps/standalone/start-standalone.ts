import path from 'node:path';
import { makeKeyFile } from '#libs/security/encryption/key-file.js';
import { createLogger } from '#libs/observability/logger.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#libs/persistence/embedded/start-embedded-postgres.js';
import { type RunningService } from '#libs/service-host/start-service.js';
import { createFirstKey } from '#libs/signing/manage-keys.js';
import { addressOf, announcement } from './announce.js';
import { type ClosingStack } from '#libs/service-host/closing-stack.js';
import { warmUpReader } from '#libs/spreadsheet/warm-up/warm-up-reader.js';
import { StartError } from './explain.js';
import { Dispatcher } from './http/dispatcher.js';
import { openFrontDoor } from './http/front-door.js';
import { isLoopback } from './http/loopback.js';
import { type StandaloneOptions } from './options.js';
import { ServicesApi } from './pages/services-api.js';
import { ALL_SERVICES } from './services.js';
import { migrateAll, startAll } from './start-services.js';
import { untilReady } from './until-ready.js';

export interface Terminal {
  say(line: string): void;
}

/** What a start works with. */
export interface Start {
  readonly terminal: Terminal;
  readonly stack: ClosingStack;
  /** Aborted when the person stops the start: it ends at the next step. */
  readonly stopping: AbortSignal;
  /** Something that runs has ended and will not come back. */
  readonly endForGood: (trouble: unknown) => void;
}

/** Starts HTTP, database and services one after the other, and says so; everything started lies on the stack. */
export async function startStandalone(options: StandaloneOptions, start: Start): Promise<void> {
  const { terminal, stack, stopping } = start;
  const dispatcher = new Dispatcher({ checkHost: isLoopback(options.host) });
  const log = createLogger('pages', options.logLevel);
  // First, because a busy port is the likeliest trouble and the quickest found.
  const door = await openFrontDoor({ ...options, dispatcher, log });
  stack.add('HTTP server', door.close);
  const api = new ServicesApi(addressOf(options.host, door.port));
  stopping.throwIfAborted();
  // The database takes its time to start, and this process has nothing else to do meanwhile.
  const [postgres] = await Promise.all([startDatabase(options, start), warmUpReader()]);
  stopping.throwIfAborted();
  terminal.say('Bringing the tables up to date …');
  await migrateAll(ALL_SERVICES, postgres.url());
  stopping.throwIfAborted();
  await startServices(options, start, postgres, dispatcher);
  await untilReady(api, ALL_SERVICES, stopping);
  terminal.say(announcement({ ...options, port: door.port, operations: await operationCodes(api) }));
}

async function startDatabase(options: StandaloneOptions, start: Start): Promise<EmbeddedPostgres> {
  const { terminal, stack, endForGood } = start;
  terminal.say(`Preparing the database in ${options.dataFolder} …`);
  const postgres = await startEmbeddedPostgres({
    dataFolder: options.dataFolder,
    log: (line) => terminal.say(`  ${line}`),
  });
  let stopping = false;
  stack.add('PostgreSQL', () => {
    stopping = true;
    return postgres.stop();
  });
  void postgres.waitForEnd().then((how) => {
    if (!stopping) endForGood(new StartError(databaseEnded(how, options.dataFolder)));
  });
  return postgres;
}

function databaseEnded(how: string, dataFolder: string): string {
  return `PostgreSQL has ended (${how}), so Caravanserai ends too. Its last words are in ${dataFolder}/server.log. Start again with npm start; nothing that was accepted is lost.`;
}

async function startServices(
  options: StandaloneOptions,
  start: Start,
  postgres: EmbeddedPostgres,
  dispatcher: Dispatcher,
): Promise<void> {
  const running: RunningService[] = [];
  start.stack.add('services', async () => {
    await Promise.all(running.map((service) => service.stop()));
  });
  await makeSigningKey(options, start.terminal);
  start.terminal.say('Starting the services …');
  await startAll(ALL_SERVICES, {
    databaseUrl: postgres.url(),
    configFolder: options.configFolder,
    jobs: options.jobs,
    ...(options.mail && { mail: options.mail }),
    ...(options.signing && { signing: options.signing }),
    identityKeyFile: identityKey(options),
    nominal: { keyFile: path.join(options.dataFolder, 'nominal.key'), mayCreate: true },
    logLevel: options.logLevel,
    onFatal: start.endForGood,
    started: (name, service) => {
      running.push(service);
      dispatcher.add(name, service.app.getHttpAdapter().getInstance() as never);
      start.stopping.throwIfAborted();
    },
  });
}

/** Bulletins are issued signed: the first start makes the key, and says so. */
async function makeSigningKey({ signing }: StandaloneOptions, terminal: Terminal): Promise<void> {
  if (!signing?.mayCreate) return;
  const folder = path.dirname(signing.keysFile);
  const key = await createFirstKey(folder);
  if (key) terminal.say(`Made the key that signs bulletins, for development: ${key.kid} in ${folder}`);
}

/** The key under which second factors are kept; it lies in the data folder, and is lost with it. */
function identityKey({ dataFolder }: StandaloneOptions): string {
  const file = path.join(dataFolder, 'identity.key');
  makeKeyFile(file);
  return file;
}

async function operationCodes(api: ServicesApi): Promise<string[]> {
  const { operations } = await api.as('administrator/start', 'en').operations();
  return operations.map((operation) => operation.code);
}
