import { assertFitForProduction } from '#libs/security/production.js';
import { readEnvironment } from '#libs/observability/environment.js';
import { createLogger, type Logger } from '#libs/observability/logger.js';
import { listen } from './listen.js';
import { hasEvents } from './messaging.js';
import { readServiceConfig, type ServiceConfig } from './service-config.js';
import { type ServiceDefinition } from './service-definition.js';
import { serviceHelp } from './service-help.js';
import { migrateService, startService, type RunningService } from './start-service.js';
import { untilStopped } from './until-stopped.js';

const DEFAULT_PORTS = { reporting: 4001, coordination: 4002, bulletin: 4003, identity: 4004 } as const;

/** Runs one service as a process of its own until it is told to stop; with `--help` it tells its settings instead. A start that fails says why and exits with 1. */
export async function runServiceProcess(definition: ServiceDefinition): Promise<void> {
  if (process.argv.includes('--help')) return showHelp(definition);
  try {
    const environment = readEnvironment();
    assertFitForProduction(environment);
    const config = readConfig(definition, environment);
    const logger = createLogger(definition.name, config.logLevel);
    logger.info(`The ${definition.name} service starts; first its schema is brought up to date.`);
    const service = await start(definition, config, logger);
    const port = await listen(service.app, config.host, config.port);
    logger.info({ host: config.host, port }, `The ${definition.name} service listens.`);
    // The supervisor of the replay waits for this line to learn the port.
    process.stdout.write(`listening ${port}\n`);
    await untilStopped(() => service.stop());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Ends the process: whatever else it has begun is of no use then. */
function showHelp({ name }: ServiceDefinition): never {
  process.stdout.write(serviceHelp(name, DEFAULT_PORTS[name]));
  process.exit(0);
}

/** A service without events is not asked for a broker. */
function readConfig(
  { name }: ServiceDefinition,
  environment: ReturnType<typeof readEnvironment>,
): ServiceConfig {
  const told = hasEvents(name) ? environment : { ...environment, MESSAGING: 'embedded' };
  return readServiceConfig(told, DEFAULT_PORTS[name]);
}

async function start(
  definition: ServiceDefinition,
  config: ServiceConfig,
  log: Logger,
): Promise<RunningService> {
  await migrateService(definition, config.databaseUrl);
  return startService(definition, {
    ...config,
    log,
    onFatal: (error) => {
      log.fatal(
        { err: error },
        'The consumer has ended for good; the process exits so that it is started again.',
      );
      process.exit(1);
    },
  });
}
