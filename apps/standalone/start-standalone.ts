import { BlockList } from 'node:net';
import path from 'node:path';
import { coordinationService } from '#apps/coordination/index.js';
import { DemonstrationAccounts } from '#apps/identity/index.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { markAsDevelopment } from '#libs/security/development-mark.js';
import { makeKeyFile } from '#libs/security/encryption/key-file.js';
import { makeToken } from '#libs/security/tokens/token.js';
import { createLogger } from '#libs/observability/logger.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#libs/persistence/embedded/start-embedded-postgres.js';
import { type RunningService, withServiceDatabase } from '#libs/service-host/start-service.js';
import { createFirstKey } from '#libs/signing/manage-keys.js';
import { addressOf, announcement } from './announce.js';
import { type ClosingStack } from '#libs/service-host/closing-stack.js';
import { warmUpReader } from '#libs/spreadsheet/warm-up/warm-up-reader.js';
import { StartError } from './explain.js';
import { Dispatcher } from './http/dispatcher.js';
import { openFrontDoor } from './http/front-door.js';
import { isLoopback, withLoopback } from './http/loopback.js';
import { makeDemonstration } from './make-demonstration.js';
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
  const ownPages = makeToken();
  const proxies = options.trustedProxies ?? new BlockList();
  const dispatcher = new Dispatcher({
    checkHost: isReachedDirectly(options),
    believed: { ownPages, proxies },
  });
  const log = createLogger('pages', options.logLevel);
  const apiAt = (address: string): ServicesApi => new ServicesApi(address, ownPages);
  const demonstration: { accounts?: DemonstrationAccounts } = {};
  // First, because a busy port is the likeliest trouble and the quickest found.
  const door = await openFrontDoor({
    ...{ ...options, dispatcher, log, apiAt },
    // Who reaches the server from elsewhere has to know a password.
    demonstration: () => (isLoopback(options.host) ? demonstration.accounts : undefined),
  });
  stack.add('HTTP server', door.close);
  const api = apiAt(addressOf(options.host, door.port));
  stopping.throwIfAborted();
  // The database takes its time to start, and this process has nothing else to do meanwhile.
  const [postgres] = await Promise.all([startDatabase(options, start), warmUpReader()]);
  stopping.throwIfAborted();
  terminal.say('Bringing the tables up to date …');
  await migrateAll(ALL_SERVICES, postgres.url());
  stopping.throwIfAborted();
  const identity = await startServices(options, start, postgres, dispatcher);
  await untilReady(api, ALL_SERVICES, stopping);
  const plans = await loadedPlans(postgres.url());
  let accounts = '';
  if (!options.isProduction) {
    demonstration.accounts = identity.app.get(DemonstrationAccounts, { strict: false });
    accounts = await makeDemonstration(demonstration.accounts, plans[0], options.newDemoAccounts);
  }
  const operations = plans.map(({ code }) => code);
  terminal.say(announcement({ ...options, port: door.port, operations, accounts }));
}

/** Behind a proxy the Host header names the site; without one, on loopback, it must name this machine. */
const isReachedDirectly = ({ host, trustedProxies }: StandaloneOptions): boolean =>
  isLoopback(host) && !trustedProxies;

/** The operations in force; the one that comes with the product first. */
async function loadedPlans(databaseUrl: string): Promise<OperationPlan[]> {
  const rows = await withServiceDatabase(coordinationService, databaseUrl, (dataSource) =>
    dataSource.query<{ plan: OperationPlan }[]>(
      `select plan from operation_plan order by operation <> 'chemical-check-i', operation collate "C"`,
    ),
  );
  return rows.map(({ plan }) => plan);
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
): Promise<RunningService> {
  const running: RunningService[] = [];
  let identity: RunningService | undefined;
  start.stack.add('services', async () => {
    await Promise.all(running.map((service) => service.stop()));
  });
  await makeSigningKey(options, start.terminal);
  start.terminal.say('Starting the services …');
  await startAll(ALL_SERVICES, {
    isProduction: options.isProduction,
    // The pages ask from loopback; what anybody else there says of a sender, the dispatcher has taken away.
    trustedProxies: withLoopback(options.trustedProxies),
    databaseUrl: postgres.url(),
    configFolder: options.configFolder,
    jobs: options.jobs,
    ...(options.mail && { mail: options.mail }),
    ...(options.signing && { signing: options.signing }),
    identityKeyFile: identityKey(options),
    ...(options.nominal && { nominal: options.nominal }),
    logLevel: options.logLevel,
    onFatal: start.endForGood,
    started: (name, service) => {
      running.push(service);
      if (name === 'identity') identity = service;
      dispatcher.add(name, service.app.getHttpAdapter().getInstance() as never);
      start.stopping.throwIfAborted();
    },
  });
  if (!identity) throw new StartError('Nobody could sign in: the service of identity is missing.');
  return identity;
}

/** Bulletins are issued signed: the first start makes the key, and says so. */
async function makeSigningKey({ signing }: StandaloneOptions, terminal: Terminal): Promise<void> {
  if (!signing?.mayCreate) return;
  const folder = path.dirname(signing.keysFile);
  const key = await createFirstKey(folder);
  if (key) markAsDevelopment(folder);
  if (key) terminal.say(`Made the key that signs bulletins, for development: ${key.kid} in ${folder}`);
}

/** The key under which second factors are kept; it lies in the data folder, and is lost with it. */
function identityKey({ dataFolder, identityKeyFile }: StandaloneOptions): string {
  if (identityKeyFile !== undefined) return identityKeyFile;
  const file = path.join(dataFolder, 'identity.key');
  if (makeKeyFile(file)) markAsDevelopment(dataFolder);
  return file;
}
