import { type BlockList } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProduction } from '#libs/security/production.js';
import { LOG_LEVELS, type LogLevel } from '#libs/observability/logger.js';
import { readMailConfig, type MailConfig } from './mail-config.js';
import { readTrustedProxies } from './trusted-proxies.js';
import { readNominalConfig, type NominalConfig } from './nominal-config.js';
import { readSigningConfig, type SigningConfig } from './signing-config.js';

/** How events travel. */
export type MessagingConfig =
  | { readonly kind: 'kafka'; readonly brokers: string; readonly topicPrefix: string }
  | { readonly kind: 'embedded' };

/** Everything a service process is told from outside; frozen. */
export interface ServiceConfig {
  readonly databaseUrl: string;
  /** NODE_ENV or CARAVANSERAI_MODE says so: nobody acts by a header, and defaults are refused. */
  readonly isProduction: boolean;
  readonly messaging: MessagingConfig;
  /** Address to listen on; loopback unless told. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly configFolder: string;
  /** Whether this process does the jobs of its service. */
  readonly jobs: boolean;
  /** Absent: no mail is sent. */
  readonly mail?: MailConfig;
  /** File with the key under which identity keeps second factors. */
  readonly identityKeyFile?: string;
  /** Reverse proxies whose word on the sender's address is taken. */
  readonly trustedProxies?: BlockList;
  /** Absent in production unless it is given: no bulletin is issued. */
  readonly signing?: SigningConfig;
  /** Absent in production unless it is given: services that keep nominal data do not start. */
  readonly nominal?: NominalConfig;
}

/** A start that was told wrong things: names every one at once. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The product's `config/` folder: beside `libs/` in the sources, two folders up from it in `dist/`. */
export function defaultConfigFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const root = path.resolve(here, '..', '..');
  return path.join(path.basename(root) === 'dist' ? path.dirname(root) : root, 'config');
}

/** `.data/` beside `config/`: what a development start keeps. */
export function developmentDataFolder(): string {
  return path.join(path.dirname(defaultConfigFolder()), '.data');
}

/**
 * Reads DATABASE_URL, KAFKA_BROKERS and KAFKA_TOPIC_PREFIX (or MESSAGING=embedded), HOST, PORT, LOG_LEVEL, CONFIG_FOLDER,
 * JOBS=off, IDENTITY_KEY_FILE, TRUSTED_PROXIES, MAIL_URL, MAIL_FROM, MAIL_CA_FILE, SIGNING_KEYS_FILE, SIGNING_KEY_FILE
 * and NOMINAL_KEY_FILE.
 * @throws ConfigurationError naming every variable that is missing or wrong
 */
export function readServiceConfig(environment: Environment, defaultPort: number): ServiceConfig {
  const problems: string[] = [];
  const databaseUrl = readDatabaseUrl(environment['DATABASE_URL'] ?? '', problems);
  const messaging = readMessaging(environment, problems);
  const port = readPort(environment['PORT'] ?? String(defaultPort), problems);
  const logLevel = readLogLevel(environment['LOG_LEVEL'] ?? 'info', problems);
  const jobs = readJobs(environment['JOBS'], problems);
  const mail = readMailConfig(environment, problems);
  const identityKeyFile = environment['IDENTITY_KEY_FILE'];
  const trustedProxies = readTrustedProxies(environment['TRUSTED_PROXIES'], problems);
  const signing = readSigningConfig(environment, developmentDataFolder(), problems);
  const nominal = readNominalConfig(environment, developmentDataFolder());
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze({
    databaseUrl,
    messaging,
    host: environment['HOST'] ?? '127.0.0.1',
    port,
    logLevel,
    isProduction: isProduction(environment),
    configFolder: environment['CONFIG_FOLDER'] ?? defaultConfigFolder(),
    jobs,
    ...(mail && { mail }),
    ...(trustedProxies && { trustedProxies }),
    ...(identityKeyFile !== undefined && { identityKeyFile }),
    ...(signing && { signing }),
    ...(nominal && { nominal }),
  });
}

function readDatabaseUrl(url: string, problems: string[]): string {
  if (!/^postgres(ql)?:\/\/.+/.test(url))
    problems.push('DATABASE_URL must be postgres://user:password@host:port/database');
  return url;
}

function readMessaging(environment: Environment, problems: string[]): MessagingConfig {
  if (environment['MESSAGING'] === 'embedded') return Object.freeze({ kind: 'embedded' });
  const brokers = environment['KAFKA_BROKERS'] ?? '';
  if (!/^[^\s,]+:\d+(,[^\s,]+:\d+)*$/.test(brokers))
    problems.push(
      'KAFKA_BROKERS must be host:port, several separated by commas (or MESSAGING=embedded for one machine)',
    );
  const topicPrefix = environment['KAFKA_TOPIC_PREFIX'] ?? '';
  if (!/^[a-z0-9.-]{0,60}$/.test(topicPrefix))
    problems.push('KAFKA_TOPIC_PREFIX may hold lower-case letters, digits, dots and hyphens');
  return Object.freeze({ kind: 'kafka', brokers, topicPrefix });
}

/** A port from 0 (any free one) to 65535. */
export function readPort(text: string, problems: string[]): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    problems.push(`PORT must be a number from 0 to 65535, not ${JSON.stringify(text)}`);
  return Number(text);
}

/** Jobs are done unless `off` is given: a replay of other days has no use for reminders of today. */
export function readJobs(text: string | undefined, problems: string[]): boolean {
  if (text !== undefined && text !== 'on' && text !== 'off')
    problems.push(`JOBS must be on or off, not ${JSON.stringify(text)}`);
  return text !== 'off';
}

function readLogLevel(text: string, problems: string[]): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  return level ?? 'info';
}
