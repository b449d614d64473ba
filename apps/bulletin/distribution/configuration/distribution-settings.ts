import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type MailConfig } from '#libs/service-host/mail-config.js';
import { CONFIG_FOLDER, MAIL_CONFIG } from '#libs/service-host/runtime-providers.js';
import { readYamlFile, type YamlProblem } from '#libs/service-host/yaml-file.js';
import { distributionProblems } from './distribution-consistency.domain.js';
import { type CountryDistribution, DistributionFile } from './distribution-file.dto.js';

/** Hours until an acknowledgement is due, where the file does not say. */
const ACKNOWLEDGE_WITHIN = 24;

/** A distribution file that cannot be used: says every mistake with its line. */
export class DistributionFileError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly YamlProblem[],
  ) {
    const list = problems.map(({ line, reason }) => `  line ${line}: ${reason}`).join('\n');
    super(`The distribution file ${file} cannot be used:\n${list}`);
    this.name = 'DistributionFileError';
  }
}

/** The ways of the bulletins to the countries, read once at the start from `config/distribution`. */
@Injectable()
export class DistributionSettings implements OnModuleInit {
  private readonly log = new Logger('bulletin');
  private readonly files = new Map<string, DistributionFile>();

  constructor(
    @Inject(CONFIG_FOLDER) private readonly configFolder: string,
    @Inject(MAIL_CONFIG) private readonly mail: MailConfig | undefined,
  ) {}

  /** @throws DistributionFileError */
  async onModuleInit(): Promise<void> {
    const folder = path.join(this.configFolder, 'distribution');
    for (const name of await yamlFilesIn(folder)) {
      const file = await readDistributionFile(path.join(folder, name));
      this.files.set(file.operation, file);
    }
    const mailed = [...this.files.values()].filter(({ countries }) => countries.some(({ email }) => email));
    if (mailed.length > 0 && !this.mail)
      this.log.warn('Countries are to get bulletins by mail, but there is no mail server: set MAIL_URL.');
  }

  /** The ways to a country; the mailbox of the product where nothing else is said. */
  of(operation: string, country: string): CountryDistribution {
    const found = this.files.get(operation)?.countries.find((one) => one.country === country);
    return found ?? { country, channels: ['mailbox'] };
  }

  /** Hours after the issue. */
  acknowledgeWithin(operation: string): number {
    return this.files.get(operation)?.acknowledgeWithinHours ?? ACKNOWLEDGE_WITHIN;
  }

  /** Without a slash at its end; undefined where none is given. */
  publicAddress(operation: string): string | undefined {
    return this.files.get(operation)?.publicAddress?.replace(/\/+$/, '');
  }
}

/** @throws DistributionFileError */
export async function readDistributionFile(file: string): Promise<DistributionFile> {
  const read = await readYamlFile(file, {
    shape: DistributionFile,
    name: 'the file',
    check: (content) => distributionProblems(content, path.basename(file, '.yaml')),
  });
  if ('problems' in read) throw new DistributionFileError(file, read.problems);
  return read.value;
}

async function yamlFilesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
