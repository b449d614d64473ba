import { existsSync, statSync } from 'node:fs';
import { type BlockList } from 'node:net';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { LOG_LEVELS, type LogLevel } from '#libs/observability/logger.js';
import { isProduction } from '#libs/security/production.js';
import { readMailConfig, type MailConfig } from '#libs/service-host/mail-config.js';
import { type NominalConfig, readNominalConfig } from '#libs/service-host/nominal-config.js';
import { readSigningConfig, type SigningConfig } from '#libs/service-host/signing-config.js';
import {
  ConfigurationError,
  defaultConfigFolder,
  readJobs,
  readPort,
} from '#libs/service-host/service-config.js';
import { readTrustedProxies } from '#libs/service-host/trusted-proxies.js';

/** How the whole product runs in one process. */
export interface StandaloneOptions {
  /** NODE_ENV or CARAVANSERAI_MODE says so: no demonstration accounts, nobody acts by a header, keys are given. */
  readonly isProduction: boolean;
  /** New passwords for the demonstration accounts. */
  readonly newDemoAccounts: boolean;
  /** Key of the second factors, where it is not that of the data folder. */
  readonly identityKeyFile?: string;
  /** Reverse proxies whose word on the sender's address is taken. */
  readonly trustedProxies?: BlockList;
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path; the database is kept there between starts. */
  readonly dataFolder: string;
  readonly configFolder: string;
  /** Whether reminders and the other jobs are done. */
  readonly jobs: boolean;
  /** Absent: reminders appear in the product alone. */
  readonly mail?: MailConfig;
  /** Master key of nominal data; absent in production unless it is given. */
  readonly nominal?: NominalConfig;
  /** Signing keys other than those of the data folder. */
  readonly signing?: SigningConfig;
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the reader asked for instead of a start: the help. */
export class HelpShown extends Error {}

/** `.data/standalone` beside `config/`. */
export function defaultDataFolder(): string {
  return path.join(path.dirname(defaultConfigFolder()), '.data', 'standalone');
}

/**
 * Flags win over environment variables.
 * @throws HelpShown after `--help`
 * @throws ConfigurationError naming everything that is wrong
 */
export function readStandaloneOptions(argv: readonly string[], environment: Environment): StandaloneOptions {
  const flags = readFlags(argv);
  const problems: string[] = [];
  const dataFolder = path.resolve(flags.data ?? environment['CARAVANSERAI_DATA'] ?? defaultDataFolder());
  const options = {
    isProduction: isProduction(environment),
    newDemoAccounts: flags.newDemoAccounts ?? false,
    port: readPort(flags.port ?? environment['PORT'] ?? '8080', problems),
    host: flags.host ?? environment['CARAVANSERAI_HOST'] ?? '127.0.0.1',
    dataFolder,
    configFolder: path.resolve(environment['CONFIG_FOLDER'] ?? defaultConfigFolder()),
    logLevel: readLevel(environment['LOG_LEVEL'], problems),
    jobs: readJobs(environment['JOBS'], problems),
    ...readGiven(environment, dataFolder, problems),
  };
  refuseMissingPlans(options.configFolder, problems);
  if (options.isProduction) refuseMissingKeys(options, problems);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(options);
}

/** What is there only where it was given. */
function readGiven(
  environment: Environment,
  dataFolder: string,
  problems: string[],
): Pick<StandaloneOptions, 'mail' | 'signing' | 'nominal' | 'identityKeyFile' | 'trustedProxies'> {
  const mail = readMailConfig(environment, problems);
  const signing = readSigningConfig(environment, dataFolder, problems);
  const nominal = readNominalConfig(environment, dataFolder);
  const trustedProxies = readTrustedProxies(environment['TRUSTED_PROXIES'], problems);
  const { IDENTITY_KEY_FILE: identityKeyFile } = environment;
  return {
    ...(mail && { mail }),
    ...(signing && { signing }),
    ...(nominal && { nominal }),
    ...(identityKeyFile !== undefined && { identityKeyFile }),
    ...(trustedProxies && { trustedProxies }),
  };
}

interface Flags {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  readonly newDemoAccounts?: boolean;
}

function readFlags(argv: readonly string[]): Flags {
  const command = new Command('npm start --')
    .description('Runs Caravanserai on this machine: PostgreSQL, all services and the pages in one process.')
    .option('--port <number>', 'port of the pages and the API, 0 for any free one (PORT; default 8080)')
    .option('--data <folder>', `where data is kept (CARAVANSERAI_DATA; default ${defaultDataFolder()})`)
    .option('--host <address>', 'address to listen on (CARAVANSERAI_HOST; default 127.0.0.1)')
    .option('--new-demo-accounts', 'gives the demonstration accounts new passwords, and prints them')
    .addHelpText(
      'after',
      `
Further environment variables:
  CONFIG_FOLDER      folder with operations/*.yaml (default: config/ of the project)
  LOG_LEVEL          ${LOG_LEVELS.join(', ')} (default warn); the log goes to standard error
  JOBS               off: no reminders and no other work by the clock (default on)
  MAIL_URL           smtps://user:password@host:port, for reminders by mail
  MAIL_FROM          address that the mail comes from
  MAIL_CA_FILE       certificates (PEM) that the mail server's is checked against
  SIGNING_KEYS_FILE  published signing keys (default: signing/keys.json in the data folder, made at the first start)
  SIGNING_KEY_FILE   private key, where it does not lie beside them
  IDENTITY_KEY_FILE  key of the second factors (default: identity.key in the data folder, made at the first start)
  NOMINAL_KEY_FILE   master key of nominal data (default: nominal.key in the data folder, made at the first start)
  TRUSTED_PROXIES    addresses or networks of proxies that may tell a sender's address (default: none)
  CARAVANSERAI_MODE  production: no demonstration accounts, nobody acts by a header, keys and proxy must be given

The flags come after two hyphens: npm start -- --port 9000`,
    )
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  try {
    return command.parse([...argv], { from: 'user' }).opts<Flags>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) throw new HelpShown();
    const problem = error.message.replace(/^error: /, '');
    throw new ConfigurationError([`${problem}. All options: npm start -- --help`]);
  }
}

function readLevel(text = 'warn', problems: string[]): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level ?? 'warn';
}

/** Keys that a start makes by itself are good for development alone. */
function refuseMissingKeys(
  { identityKeyFile, signing, nominal, newDemoAccounts }: StandaloneOptions,
  problems: string[],
): void {
  if (identityKeyFile === undefined)
    problems.push('IDENTITY_KEY_FILE must name the key of the second factors');
  if (!signing) problems.push('SIGNING_KEYS_FILE must name the published signing keys');
  if (!nominal) problems.push('NOMINAL_KEY_FILE must name the master key of nominal data');
  if (newDemoAccounts) problems.push('--new-demo-accounts: there are none in production');
}

function refuseMissingPlans(configFolder: string, problems: string[]): void {
  const folder = path.join(configFolder, 'operations');
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  problems.push(
    `There is no folder ${folder}. Put the Operation Plans there, or set CONFIG_FOLDER to the folder above them`,
  );
}
