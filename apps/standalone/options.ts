import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { LOG_LEVELS, type LogLevel } from '#libs/observability/logger.js';
import { readMailConfig, type MailConfig } from '#libs/service-host/mail-config.js';
import { readSigningConfig, type SigningConfig } from '#libs/service-host/signing-config.js';
import {
  ConfigurationError,
  defaultConfigFolder,
  readJobs,
  readPort,
} from '#libs/service-host/service-config.js';

/** How the whole product runs in one process. */
export interface StandaloneOptions {
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
  const mail = readMailConfig(environment, problems);
  const dataFolder = path.resolve(flags.data ?? environment['CARAVANSERAI_DATA'] ?? defaultDataFolder());
  const signing = readSigningConfig(environment, dataFolder, problems);
  const options = {
    port: readPort(flags.port ?? environment['PORT'] ?? '8080', problems),
    host: flags.host ?? environment['CARAVANSERAI_HOST'] ?? '127.0.0.1',
    dataFolder,
    configFolder: path.resolve(environment['CONFIG_FOLDER'] ?? defaultConfigFolder()),
    logLevel: readLevel(environment['LOG_LEVEL'], problems),
    jobs: readJobs(environment['JOBS'], problems),
    ...(mail && { mail }),
    ...(signing && { signing }),
  };
  refuseMissingPlans(options.configFolder, problems);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(options);
}

interface Flags {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
}

function readFlags(argv: readonly string[]): Flags {
  const command = new Command('npm start --')
    .description('Runs Caravanserai on this machine: PostgreSQL, all services and the pages in one process.')
    .option('--port <number>', 'port of the pages and the API, 0 for any free one (PORT; default 8080)')
    .option('--data <folder>', `where data is kept (CARAVANSERAI_DATA; default ${defaultDataFolder()})`)
    .option('--host <address>', 'address to listen on (CARAVANSERAI_HOST; default 127.0.0.1)')
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

function refuseMissingPlans(configFolder: string, problems: string[]): void {
  const folder = path.join(configFolder, 'operations');
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  problems.push(
    `There is no folder ${folder}. Put the Operation Plans there, or set CONFIG_FOLDER to the folder above them`,
  );
}
