import 'reflect-metadata';
import { BlockList } from 'node:net';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type DataSource } from 'typeorm';
import { grantJobs } from '#libs/jobs/job-rights.js';
import { auditMigrations } from '#libs/audit/migrations/audit-migrations.js';
import { auditRights } from '#libs/audit/audit-rights.js';
import { ServiceAudit } from '#libs/audit/service-audit.js';
import { migrateJobs } from '#libs/jobs/job-schema.js';
import { startJobs } from '#libs/jobs/start-jobs.js';
import { logRights } from '#libs/messaging/event-log/log-rights.js';
import { messagingMigrations } from '#libs/messaging/event-log/messaging-migrations.js';
import { PostgresEventLog } from '#libs/messaging/event-log/postgres-event-log.js';
import { ensureTopics } from '#libs/messaging/topics/ensure-topics.js';
import { SystemClock } from '#libs/observability/clock.js';
import { createLogger, type Logger } from '#libs/observability/logger.js';
import { createDataSource, migrate } from '#libs/persistence/data-source.js';
import { applyRights } from '#libs/persistence/rights/apply-rights.js';
import { assertOrdinaryLogin } from '#libs/persistence/rights/assert-ordinary-login.js';
import { workerRole } from '#libs/persistence/rights/database-roles.js';
import { asService } from '#libs/persistence/scope/database-scope.js';
import { ServiceDataSource } from '#libs/persistence/scope/service-data-source.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import { loadReferenceData } from '#libs/reference/reference-data.js';
import { grantSessions } from '#libs/security/session/session-rights.js';
import { SessionReader } from '#libs/security/session/session-reader.js';
import { limitRights } from '#libs/web/limits/limit-rights.js';
import { APP_OPTIONS, configureApp } from '#libs/web/configure-app.js';
import { RateLimit1700000000050 } from '#libs/web/limits/migrations/1700000000050-rate-limit.js';
import { RateLimiter } from '#libs/web/limits/rate-limiter.js';
import { type HealthChecks } from '#libs/web/health/health-check.js';
import { HealthModule } from '#libs/web/health/health.module.js';
import { ClosingStack } from './closing-stack.js';
import { createMessaging, type EventServer, hasEvents, type ServiceMessaging } from './messaging.js';
import { MetricsModule } from './metrics.module.js';
import { nestLogger } from './nest-logger.js';
import { type ServiceConfig } from './service-config.js';
import { type ServiceDefinition, type ServiceRuntime } from './service-definition.js';

/** Milliseconds without any sign of progress after which a consumer counts as stalled. */
const STALLED_AFTER = 60_000;

export interface StartOptions extends Omit<
  ServiceConfig,
  'host' | 'port' | 'logLevel' | 'jobs' | 'isProduction'
> {
  /** Development unless told. */
  readonly isProduction?: boolean;
  /** Whether the service does its jobs; off unless told. */
  readonly jobs?: boolean;
  readonly log: Logger;
  /** The consumer has ended for good: the process should exit, so that it is started again. */
  readonly onFatal: (error: Error) => void;
  /** Called in this process when the service's events became visible. */
  readonly positioned?: () => void;
}

/** A service that consumes and relays; its HTTP side is initialised but does not listen yet. */
export interface RunningService {
  readonly app: NestExpressApplication;
  /** Hint that other services' events are there to be read. */
  wake(): void;
  /** Lets requests and the batch in hand finish, then closes everything. */
  stop(): Promise<void>;
}

/**
 * Brings the schemas of a service up to date: messaging tables first, then its own, then those of its jobs, and at last the
 * rights of its roles.
 */
export function migrateService(
  definition: ServiceDefinition,
  databaseUrl: string,
): Promise<readonly string[]> {
  return withServiceDatabase(definition, databaseUrl, async (dataSource) => {
    const done = await migrate(dataSource, definition.name);
    if (hasJobs(definition))
      await migrateJobs(definition.name, databaseUrl, createLogger(definition.name, 'error'));
    await giveRights(definition, dataSource);
    return done;
  });
}

async function giveRights(definition: ServiceDefinition, dataSource: DataSource): Promise<void> {
  const { name, rights, takesRoles = false } = definition;
  if (!rights) return;
  await applyRights(dataSource, name, {
    ...(hasEvents(name) && logRights),
    ...auditRights,
    ...limitRights,
    ...rights,
  });
  if (name === 'identity') await grantSessions(dataSource);
  if (takesRoles && hasJobs(definition)) await grantJobs(dataSource, name);
}

/** Opens the database of a service for one piece of work, as whoever DATABASE_URL names: operators' commands. */
export async function withServiceDatabase<T>(
  definition: ServiceDefinition,
  databaseUrl: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await serviceDataSource(definition, databaseUrl).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Starts a service whose schema is up to date. When a step fails, everything that the steps before it opened is closed
 * again, the last first.
 */
export async function startService(
  definition: ServiceDefinition,
  options: StartOptions,
): Promise<RunningService> {
  const opened = new ClosingStack();
  try {
    // Whatever is begun here goes on as the service: consumers, relays, jobs. Requests get their own scope.
    return await asService(() => openService(definition, options, opened));
  } catch (error) {
    for (const failure of await opened.close()) options.log.error(`Did not close cleanly: ${failure}`);
    throw error;
  }
}

async function openService(
  definition: ServiceDefinition,
  options: StartOptions,
  opened: ClosingStack,
): Promise<RunningService> {
  const { log } = options;
  const dataSource = await openDatabase(definition, options.databaseUrl, opened);
  log.info('The database is there; next: routes and events.');
  const messaging = await openMessaging(definition, options, dataSource, opened);
  const audit = openAudit(definition, options, dataSource, opened);
  const runtime = createRuntime(dataSource, options, messaging, audit);
  const app = await createApp(definition, runtime, messaging, audit, log, opened);
  log.info('Requests and events are taken.');
  messaging?.relay.start();
  audit.start();
  if (options.jobs) await openJobs(definition, options, app, runtime, opened);
  return running(app, messaging, opened);
}

async function openDatabase(
  { name: schema, takesRoles = false }: ServiceDefinition,
  databaseUrl: string,
  opened: ClosingStack,
): Promise<DataSource> {
  const options = { databaseUrl, schema, migrations: [] };
  const dataSource = await (
    takesRoles ? new ServiceDataSource(options) : createDataSource(options)
  ).initialize();
  opened.add('database', () => dataSource.destroy());
  if (takesRoles) await assertOrdinaryLogin(dataSource);
  return dataSource;
}

/** Role of what a service does by itself. */
const roleOf = ({ name, takesRoles = false }: ServiceDefinition): { readonly role?: string } =>
  takesRoles ? { role: workerRole(name) } : {};

/** Ends after requests and events, whose last entries it still takes. */
function openAudit(
  definition: ServiceDefinition,
  { databaseUrl, trustedProxies, log }: StartOptions,
  dataSource: DataSource,
  opened: ClosingStack,
): ServiceAudit {
  const clock = new SystemClock();
  const told = { databaseUrl, dataSource, clock, log, trustedProxies, ...roleOf(definition) };
  const audit = new ServiceAudit({ service: definition.name, ...told });
  opened.add('audit trail', () => audit.stop());
  return audit;
}

/** Undefined for a service that takes no part in events. */
async function openMessaging(
  definition: ServiceDefinition,
  { databaseUrl, messaging: bus, log, onFatal, positioned }: StartOptions,
  dataSource: DataSource,
  opened: ClosingStack,
): Promise<ServiceMessaging | undefined> {
  const { name: service } = definition;
  if (!hasEvents(service)) return undefined;
  if (bus.kind === 'kafka') log.info(`Next: the topics at ${bus.brokers}.`);
  if (bus.kind === 'kafka') await ensureTopics({ brokers: bus.brokers, prefix: bus.topicPrefix, log });
  const messaging = createMessaging({
    ...{ service, databaseUrl, dataSource, messaging: bus, log, onFatal, ...roleOf(definition) },
    ...(positioned && { positioned }),
  });
  opened.add('relay', () => messaging.relay.stop());
  return messaging;
}

/** Jobs start last and end first: they use all the rest. */
async function openJobs(
  definition: ServiceDefinition,
  { databaseUrl, log, onFatal }: StartOptions,
  app: NestExpressApplication,
  { clock }: ServiceRuntime,
  opened: ClosingStack,
): Promise<void> {
  if (!hasJobs(definition)) return;
  const resolve = <T>(type: Type<T>): T => app.get(type, { strict: false });
  const jobs = await startJobs({
    service: definition.name,
    databaseUrl,
    ...roleOf(definition),
    jobs: (definition.jobs ?? []).map(resolve),
    tasks: (definition.tasks ?? []).map(resolve),
    clock,
    log,
    onFatal,
  });
  opened.add('jobs', () => jobs.stop());
}

function hasJobs({ jobs = [], tasks = [] }: ServiceDefinition): boolean {
  return jobs.length + tasks.length > 0;
}

function serviceDataSource(definition: ServiceDefinition, databaseUrl: string): DataSource {
  return createDataSource({
    databaseUrl,
    schema: definition.name,
    migrations: [
      ...(hasEvents(definition.name) ? messagingMigrations : []),
      ...auditMigrations,
      RateLimit1700000000050,
      ...definition.migrations,
    ],
  });
}

function createRuntime(
  dataSource: DataSource,
  options: StartOptions,
  messaging: ServiceMessaging | undefined,
  audit: ServiceAudit,
): ServiceRuntime {
  return {
    dataSource,
    unitOfWork: new UnitOfWork(dataSource, audit.finish),
    eventLog: new PostgresEventLog({ appended: () => messaging?.relay.wake() }),
    clock: new SystemClock(),
    isProduction: options.isProduction ?? false,
    reference: loadReferenceData(defaultReferenceFolder()),
    configFolder: options.configFolder,
    ...(options.mail && { mail: options.mail }),
    ...(options.trustedProxies && { trustedProxies: options.trustedProxies }),
    ...(options.identityKeyFile !== undefined && { identityKeyFile: options.identityKeyFile }),
    ...(options.signing && { signing: options.signing }),
    ...(options.nominal && { nominal: options.nominal }),
  };
}

async function createApp(
  definition: ServiceDefinition,
  runtime: ServiceRuntime,
  messaging: ServiceMessaging | undefined,
  audit: ServiceAudit,
  log: Logger,
  opened: ClosingStack,
): Promise<NestExpressApplication> {
  const root: DynamicModule = {
    module: ServiceRoot,
    imports: [
      definition.register(runtime),
      audit.module(),
      HealthModule.register(healthChecks(definition, runtime, messaging)),
      MetricsModule.register(
        () => messaging && { consumer: messaging.server.statistics, relay: messaging.relay.read() },
      ),
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    ...APP_OPTIONS,
    logger: nestLogger(log),
    abortOnError: false,
  });
  opened.add('requests and events', () => app.close());
  configureApp(app, definition.name, {
    clock: runtime.clock,
    takesDevelopmentHeaders: !runtime.isProduction,
    rates: {
      limiter: new RateLimiter(runtime.dataSource),
      proxies: runtime.trustedProxies ?? new BlockList(),
    },
    sessions: new SessionReader(runtime.dataSource, (err) =>
      log.error(
        { err },
        'Nobody can be told who has signed in: the schema of sessions is not as it should be.',
      ),
    ),
  });
  audit.attach(app);
  if (messaging) app.connectMicroservice({ strategy: messaging.server });
  await app.init();
  await app.startAllMicroservices();
  return app;
}

@Module({})
class ServiceRoot {}

function healthChecks(
  definition: ServiceDefinition,
  runtime: ServiceRuntime,
  messaging: ServiceMessaging | undefined,
): HealthChecks {
  return {
    database: async () => {
      await runtime.dataSource.query('select 1');
      await asService(() => runtime.dataSource.query('select 1'));
      return undefined;
    },
    ...(messaging && messagingChecks(messaging)),
    service: async () => asService(() => definition.notReadyBecause?.(runtime)),
  };
}

function messagingChecks({ server, relay }: ServiceMessaging): HealthChecks {
  return {
    consumer: async () => (server.isStalled(STALLED_AFTER) ? 'The consumer makes no progress.' : undefined),
    relay: async () => (relay.read().role === 'failing' ? relay.read().error : undefined),
  };
}

function running(
  app: NestExpressApplication,
  messaging: ServiceMessaging | undefined,
  opened: ClosingStack,
): RunningService {
  return {
    app,
    wake: () => messaging && wakeServer(messaging.server),
    stop: async () => {
      const failures = await opened.close();
      if (failures.length > 0) throw new Error(failures.join('; '));
    },
  };
}

function wakeServer(server: EventServer & { wake?: () => void }): void {
  server.wake?.();
}
