import { type BlockList } from 'node:net';
import { type Service } from '#libs/contracts/topics.js';
import { createLogger, type LogLevel } from '#libs/observability/logger.js';
import { type MailConfig } from '#libs/service-host/mail-config.js';
import { type NominalConfig } from '#libs/service-host/nominal-config.js';
import { type SigningConfig } from '#libs/service-host/signing-config.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { migrateService, startService, type RunningService } from '#libs/service-host/start-service.js';

export interface ServicesOptions {
  readonly isProduction: boolean;
  readonly databaseUrl: string;
  readonly configFolder: string;
  readonly jobs: boolean;
  readonly mail?: MailConfig;
  readonly signing?: SigningConfig;
  /** Key of the second factors. */
  readonly identityKeyFile: string;
  /** Whose word on the sender's address is taken. */
  readonly trustedProxies: BlockList;
  /** Master key of nominal data. */
  readonly nominal?: NominalConfig;
  readonly logLevel: LogLevel;
  /** A consumer has ended for good. */
  readonly onFatal: (error: Error) => void;
  /** Called for each service as soon as it runs, so that it is stopped even when a later one does not start. */
  readonly started: (name: Service, service: RunningService) => void;
}

/** Brings every schema up to date; before any consumer starts, since each reads the event logs of the others. */
export async function migrateAll(
  definitions: readonly ServiceDefinition[],
  databaseUrl: string,
): Promise<void> {
  for (const definition of definitions) await migrateService(definition, databaseUrl);
}

/** Starts the services on the embedded bus; events of one wake the others at once. */
export async function startAll(
  definitions: readonly ServiceDefinition[],
  options: ServicesOptions,
): Promise<void> {
  const running = new Map<Service, RunningService>();
  const wakeOthers = (origin: Service) => (): void =>
    running.forEach((service, name) => {
      if (name !== origin) service.wake();
    });
  for (const definition of definitions) {
    const { name } = definition;
    const service = await startService(definition, {
      isProduction: options.isProduction,
      databaseUrl: options.databaseUrl,
      messaging: { kind: 'embedded' },
      configFolder: options.configFolder,
      jobs: options.jobs,
      ...(options.mail && { mail: options.mail }),
      ...(options.signing && { signing: options.signing }),
      identityKeyFile: options.identityKeyFile,
      trustedProxies: options.trustedProxies,
      ...(options.nominal && { nominal: options.nominal }),
      log: createLogger(name, options.logLevel),
      onFatal: options.onFatal,
      positioned: wakeOthers(name),
    });
    running.set(name, service);
    options.started(name, service);
  }
}
